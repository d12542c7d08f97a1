import { type Locale, message, type RefusalCode } from "@signet/domain";
import { Field, InterfaceType, ObjectType } from "type-graphql";

export type ProblemCode = Parameters<typeof message>[0];

/** A refused act that the caller can mend. `code` never changes; `message` is in the caller's language. */
@InterfaceType({
  description:
    "A refused act that the caller can mend. `code` is stable; `message` is worded in the caller's language.",
})
export class Problem<Code extends ProblemCode = ProblemCode> {
  @Field(() => String)
  readonly code: Code;

  @Field(() => String)
  readonly message: string;

  constructor(code: Code, locale: Locale) {
    this.code = code;
    this.message = message(code, locale);
  }
}

/** Not allowed to this caller. A code that is no refusal of the rules needs a problem of its own. */
@ObjectType({ implements: Problem, description: "The caller may not do this." })
export class NotAllowedProblem extends Problem<RefusalCode | "NOT_SIGNED_IN"> {}

/** The idempotency key was used before with another input. */
@ObjectType({
  implements: Problem,
  description: "This idempotency key was used before with another input.",
})
export class IdempotencyKeyReusedProblem extends Problem {}

/** A critical act, and the last proof of who asks is too old. */
@ObjectType({
  implements: Problem,
  description: "Prove who you are with `confirmIdentity`, then send this again with the same key.",
})
export class StepUpRequiredProblem extends Problem {}
