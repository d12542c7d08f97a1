import { RowValue, ScorecardState } from "@signet/domain";
import { GraphQLDateTimeISO, GraphQLJSONObject } from "graphql-scalars";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import type { StoredRow } from "../persistence/scorecard.entity.ts";

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
}

@ObjectType("Scorecard", { description: "The annex's form for one vendor and quarter." })
export class ScorecardType {
  readonly vendorId!: string;
  readonly rows!: readonly StoredRow[];

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: "YYYYQn" })
  readonly quarter!: string;

  @Field(() => Int, { description: "Grows with each correction by memo." })
  readonly revision!: number;

  @Field(() => ScorecardState)
  readonly state!: ScorecardState;

  @Field(() => GraphQLDateTimeISO)
  readonly proposedAt!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true })
  readonly frozenAt!: string | null;
}
