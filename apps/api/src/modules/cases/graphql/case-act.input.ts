import { ApplicantKind, Channel, Delivery, PauseReason, RequestKind } from "@signet/domain";
import { Field, ID, InputType, Int } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";
import "./case-enums.ts";

const text = (longest: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));
const which = { id: v.pipe(v.string(), v.uuid("must be an id")) };

@InputType({ description: "The case, and the version of it that the caller saw." })
@validates(v.looseObject(which))
export class CaseActInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;
}

@InputType()
@validates(v.looseObject(which))
export class PauseCaseInput extends CaseActInput {
  @Field(() => PauseReason)
  readonly reason!: PauseReason;
}

@InputType()
@validates(v.looseObject({ ...which, trackingNumber: text(60) }))
export class MailCaseInput extends CaseActInput {
  @Field(() => String)
  readonly trackingNumber!: string;
}

@InputType({ description: "What the window receives; the clock starts with it." })
@validates(
  v.looseObject({
    number: text(40),
    applicantName: v.pipe(v.string(), v.maxLength(120)),
    identityNumber: v.pipe(v.string(), v.maxLength(18)),
    handler: v.nullish(v.pipe(v.string(), v.maxLength(40))),
  }),
)
export class AcceptCaseInput {
  @Field(() => String)
  readonly number!: string;

  @Field(() => Channel)
  readonly channel!: Channel;

  @Field(() => RequestKind)
  readonly requestKind!: RequestKind;

  @Field(() => ApplicantKind)
  readonly applicantKind!: ApplicantKind;

  @Field(() => String)
  readonly applicantName!: string;

  @Field(() => String)
  readonly identityNumber!: string;

  @Field(() => Delivery)
  readonly delivery!: Delivery;

  @Field(() => String, { nullable: true })
  readonly handler?: string | null;
}
