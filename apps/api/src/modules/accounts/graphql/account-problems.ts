import { type Locale, message, type PasswordFault, type RoleFault } from "@signet/domain";
import { Field, ObjectType } from "type-graphql";

import { Problem, type ProblemCode } from "../../../platform/graphql/index.ts";

@ObjectType({ description: "One rule that what was given does not satisfy." })
export class AccountFault {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly message!: string;
}

const worded = (codes: readonly (PasswordFault | RoleFault)[], locale: Locale): AccountFault[] =>
  codes.map((code) => ({ code, message: message(code, locale) }));

@ObjectType({ implements: Problem, description: "The new password does not satisfy the rules." })
export class PasswordProblem extends Problem {
  @Field(() => [AccountFault])
  readonly faults: AccountFault[];

  constructor(code: ProblemCode, locale: Locale, faults: readonly PasswordFault[]) {
    super(code, locale);
    this.faults = worded(faults, locale);
  }
}

@ObjectType({ implements: Problem, description: "These roles may not be held by one account." })
export class RolesProblem extends Problem {
  @Field(() => [AccountFault])
  readonly faults: AccountFault[];

  constructor(code: ProblemCode, locale: Locale, faults: readonly RoleFault[]) {
    super(code, locale);
    this.faults = worded(faults, locale);
  }
}

@ObjectType({
  implements: Problem,
  description: "Password or code do not prove that it is the caller, or too many did not.",
})
export class IdentityProblem extends Problem {}

@ObjectType({ implements: Problem, description: "The link is unknown, used or too old." })
export class InvitationProblem extends Problem {}

@ObjectType({ implements: Problem, description: "The act does not fit where the account stands." })
export class AccountStateProblem extends Problem {}
