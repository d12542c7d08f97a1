import { integrationKeyLimits, IntegrationScope } from "@signet/domain";
import { Field, ID, InputType, Int } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";
import { isUuid } from "../../../platform/orm/index.ts";

const days = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(integrationKeyLimits.longestDays),
);

@InputType()
@validates(
  v.looseObject({
    name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(80)),
    regionCode: v.pipe(v.string(), v.regex(/^\d{6}$/, "must be a division code")),
    scopes: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(10)),
    days,
  }),
)
export class CreateIntegrationInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { description: "The division code of the region whose machine it is." })
  readonly regionCode!: string;

  @Field(() => [IntegrationScope])
  readonly scopes!: IntegrationScope[];

  @Field(() => Int, { description: `1 to ${integrationKeyLimits.longestDays}.` })
  readonly days!: number;
}

@InputType()
@validates(
  v.looseObject({ integrationId: v.pipe(v.string(), v.check(isUuid, "must be an id")), days }),
)
export class RotateIntegrationKeyInput {
  @Field(() => ID)
  readonly integrationId!: string;

  @Field(() => Int, { description: `1 to ${integrationKeyLimits.longestDays}.` })
  readonly days!: number;
}
