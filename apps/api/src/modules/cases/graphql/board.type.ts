import { GraphQLDateTimeISO, GraphQLLocalDate } from "graphql-scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";

import { CaseType } from "./case.type.ts";
import { CasePauseType } from "./case-pause.type.ts";

@ObjectType({ description: "A time during which the hall is open." })
export class OpeningInterval {
  @Field(() => GraphQLDateTimeISO)
  readonly from!: Date;

  @Field(() => GraphQLDateTimeISO)
  readonly to!: Date;
}

@ObjectType({ description: "One open case with its clock at `asOf`." })
export class BoardItem {
  @Field(() => CaseType)
  readonly case!: CaseType;

  @Field(() => Float, {
    nullable: true,
    description: "Milliseconds left, negative when over; null online.",
  })
  readonly remainingMs!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Milliseconds that its clock may count, under the policy it started with; null online.",
  })
  readonly limitMs!: number | null;

  @Field(() => CasePauseType, { nullable: true })
  readonly openPause!: CasePauseType | null;
}

@ObjectType({ description: "What is open now, within the caller's scope." })
export class Board {
  @Field(() => GraphQLDateTimeISO, { description: "The server's clock when it was read." })
  readonly asOf!: Date;

  @Field(() => GraphQLLocalDate, { description: "The centre's local day." })
  readonly day!: string;

  @Field(() => [OpeningInterval], {
    nullable: true,
    description: "Null where the calendar does not cover today.",
  })
  readonly opening!: readonly OpeningInterval[] | null;

  @Field(() => GraphQLDateTimeISO, { description: "Today's cut-off for online requests." })
  readonly cutoffAt!: Date;

  @Field(() => GraphQLDateTimeISO)
  readonly dayEndsAt!: Date;

  @Field(() => [BoardItem], {
    description: "The 300 on-site cases due first, most urgent first; paused ones last.",
  })
  readonly onsite!: readonly BoardItem[];

  @Field(() => [BoardItem], {
    description:
      "The 300 online cases due first, not completed, or completed and not mailed; by deadline.",
  })
  readonly online!: readonly BoardItem[];

  @Field(() => Int, { description: "Open on-site cases, also those beyond `onsite`." })
  readonly onsiteOpen!: number;

  @Field(() => Int, { description: "Open online cases, also those beyond `online`." })
  readonly onlineOpen!: number;

  @Field(() => Int, { description: "Online cases due today." })
  readonly onlineDue!: number;

  @Field(() => Int, { description: "Those of them that are done." })
  readonly onlineDone!: number;
}
