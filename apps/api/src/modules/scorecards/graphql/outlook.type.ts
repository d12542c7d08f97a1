import { RowValue } from "@signet/domain";
import { Field, Int, ObjectType } from "type-graphql";

import { VendorType } from "../../vendors/index.ts";

@ObjectType({ description: "One row as the form would say it now." })
export class OutlookRow {
  @Field(() => Int)
  readonly row!: number;

  @Field(() => RowValue)
  readonly value!: RowValue;

  @Field(() => Boolean, { nullable: true })
  readonly favourable!: boolean | null;

  @Field(() => String, { description: "What the form's cell would say." })
  readonly text!: string;
}

@ObjectType({ description: "A vendor's running quarter." })
export class VendorOutlook {
  @Field(() => VendorType)
  readonly vendor!: VendorType;

  @Field(() => Int, { description: "Cases that count so far, on-site and online." })
  readonly assessable!: number;

  @Field(() => Int, { description: "Those of them that were late." })
  readonly breached!: number;

  @Field(() => [OutlookRow], { description: "Ten rows, in the annex's order." })
  readonly rows!: readonly OutlookRow[];
}

@ObjectType({ description: "What each form would say if the running quarter ended now." })
export class QuarterOutlook {
  @Field(() => String, { description: "YYYYQn" })
  readonly quarter!: string;

  @Field(() => [VendorOutlook])
  readonly vendors!: readonly VendorOutlook[];
}
