import { type RowNumber, RowValue } from "@signet/domain";
import { Field, ID, InputType, Int } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";

const which = { id: v.pipe(v.string(), v.uuid("must be an id")) };
const row = v.pipe(v.number(), v.minValue(1, "must be 1 to 10"), v.maxValue(10, "must be 1 to 10"));

@InputType({ description: "The form, and the version of it that the caller saw." })
@validates(v.looseObject(which))
export class ScorecardActInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;
}

@InputType()
@validates(v.looseObject({ ...which, row }))
export class ScorecardRowActInput extends ScorecardActInput {
  @Field(() => Int, { description: "1 to 10" })
  readonly row!: RowNumber;
}

@InputType()
@validates(
  v.looseObject({
    ...which,
    row,
    reason: v.pipe(
      v.string(),
      v.trim(),
      v.minLength(2, "must say why"),
      v.maxLength(200, "must be 200 characters at most"),
    ),
  }),
)
export class OverrideScorecardRowInput extends ScorecardRowActInput {
  @Field(() => RowValue, { description: "The answer that the form is to give instead." })
  readonly value!: RowValue;

  @Field(() => String, { description: "Why; it is printed in the form's cell." })
  readonly reason!: string;
}
