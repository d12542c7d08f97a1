import {
  ApplicantKind,
  Channel,
  ClockState,
  Delivery,
  MilestoneState,
  RequestKind,
} from "@signet/domain";
import { GraphQLDateTimeISO, GraphQLLocalDate } from "graphql-scalars";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";

import type { VendorType } from "../../vendors/index.ts";
import "./case-enums.ts";

@ObjectType("Case", {
  description: "One certificate request as a vendor handled it (办件), with its clock.",
})
export class CaseType {
  readonly vendorId!: string;
  readonly regionCode!: string | null;
  /** Where the list has read it along. */
  readonly vendor?: VendorType;

  @Field(() => Int, { description: "Grows with every act; an act names the one it saw." })
  readonly version!: number;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly handedOverAt!: string | null;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: "受理编号, unique within its vendor." })
  readonly number!: string;

  @Field(() => RequestKind)
  readonly requestKind!: RequestKind;

  @Field(() => ApplicantKind)
  readonly applicantKind!: ApplicantKind;

  @Field(() => String, { description: "Empty once the applicant's personal data was erased." })
  readonly applicantName!: string;

  @Field(() => String, {
    description: "Masked; empty once the applicant's personal data was erased.",
  })
  readonly identityNumber!: string;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: "When the applicant's personal data was removed for good.",
  })
  readonly erasedAt!: string | null;

  @Field(() => String, { nullable: true })
  readonly handler!: string | null;

  @Field(() => Channel)
  readonly channel!: Channel;

  @Field(() => Delivery)
  readonly delivery!: Delivery;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly arrivedAt!: string | null;

  @Field(() => GraphQLDateTimeISO, { description: "Materials received: where the clock starts." })
  readonly receivedAt!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly completedAt!: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly cancelledAt!: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: "Handed to the courier." })
  readonly mailedAt!: string | null;

  @Field(() => String, { nullable: true })
  readonly trackingNumber!: string | null;

  @Field(() => Int, { nullable: true, description: "In whole fen." })
  readonly feeFen!: number | null;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  @Field(() => ClockState, { description: "What the clock says at the moment of asking." })
  readonly state!: ClockState;

  @Field(() => MilestoneState)
  readonly completion!: MilestoneState;

  @Field(() => MilestoneState)
  readonly mailing!: MilestoneState;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: "Null while an open pause leaves it unknown.",
  })
  readonly dueAt!: string | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: "The first instant at which the open clock is breached if nothing more happens.",
  })
  readonly breachesAt!: string | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: "Due under the reading not adopted (online).",
  })
  readonly otherDueAt!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Null where the calendar does not cover the other reading.",
  })
  readonly readingsDiffer!: boolean | null;

  @Field(() => Float, {
    nullable: true,
    description: "Milliseconds counted, as of the last event (on-site).",
  })
  readonly elapsedMs!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Milliseconds paused, as of the last event (on-site).",
  })
  readonly pausedMs!: number | null;

  @Field(() => GraphQLLocalDate, { description: "The local day the case counts for." })
  readonly countsOn!: string;

  @Field(() => String, { description: "The quarter the case counts for, YYYYQn." })
  readonly quarter!: string;
}
