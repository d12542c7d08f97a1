import { RowValue, ScorecardState } from "@signet/domain";
import { GraphQLDateTimeISO, GraphQLJSONObject } from "graphql-scalars";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import type { StoredRow } from "../persistence/scorecard.entity.ts";
import type { RowReviewItem } from "../persistence/scorecard.view.ts";
import { RowPermissions, RowReviewType } from "./row-review.type.ts";

registerEnumType(RowValue, {
  name: "RowValue",
  description: "The answer to one question of the annex. May grow.",
});
registerEnumType(ScorecardState, {
  name: "ScorecardState",
  description: "Where a form stands. May grow.",
});

@ObjectType("ScorecardRow", { description: "One of the annex's ten rows." })
export class ScorecardRowType {
  @Field(() => Int)
  readonly row!: number;

  @Field(() => String, { description: "The annex's question, to the character." })
  readonly question!: string;

  @Field(() => RowValue)
  readonly value!: RowValue;

  @Field(() => Boolean, { nullable: true, description: "Null where the row counts neither way." })
  readonly favourable!: boolean | null;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: "The counts that the answer follows from.",
  })
  readonly facts!: object | null;

  @Field(() => String, { description: "What the form's cell says." })
  readonly text!: string;

  @Field(() => RowValue, { description: "The answer as the evidence has it, before any override." })
  readonly proposedValue!: RowValue;

  @Field(() => RowReviewType, {
    nullable: true,
    description:
      "What was decided; null while the row is open, and for whoever is not of the centre.",
  })
  readonly review!: RowReviewType | null;

  @Field(() => RowPermissions)
  readonly permissions!: RowPermissions;
}

@ObjectType("Scorecard", { description: "The annex's form for one vendor and quarter." })
export class ScorecardType {
  readonly vendorId!: string;
  readonly rows!: readonly StoredRow[];
  readonly proposedRows!: readonly StoredRow[];
  readonly reviews!: readonly RowReviewItem[];

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: "YYYYQn" })
  readonly quarter!: string;

  @Field(() => Int, { description: "Grows with each correction by memo." })
  readonly revision!: number;

  @Field(() => Int, { description: "Grows with every act; an act names the one it saw." })
  readonly version!: number;

  @Field(() => ScorecardState)
  readonly state!: ScorecardState;

  @Field(() => GraphQLDateTimeISO)
  readonly proposedAt!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: "Sent to the vendor." })
  readonly sentAt!: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly frozenAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of the frozen rows and their reviews; what an appeal refers to.",
  })
  readonly contentHash!: string | null;
}
