import { Field, ID, InputType } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";
import { reason } from "./change-calendar.input.ts";

const text = v.pipe(v.string(), v.maxLength(60));

@InputType()
export class ParameterValueInput {
  @Field(() => String)
  readonly key!: string;

  @Field(() => String, { description: "As `PolicyParameter.value` shows it." })
  readonly value!: string;
}

@InputType({ description: "Values from a day to come on; what is not named stays as it is." })
@validates(
  v.looseObject({
    newestId: v.pipe(v.string(), v.uuid("must be an id")),
    validFrom: v.pipe(v.string(), v.maxLength(10)),
    values: v.pipe(v.array(v.looseObject({ key: text, value: text })), v.maxLength(40)),
    reason,
  }),
)
export class AnnouncePolicyInput {
  @Field(() => ID, { description: "The version that begins last, as the editor saw it." })
  readonly newestId!: string;

  @Field(() => String, { description: "YYYY-MM-DD; later than today and than the newest version." })
  readonly validFrom!: string;

  @Field(() => [ParameterValueInput])
  readonly values!: readonly ParameterValueInput[];

  @Field(() => String, { nullable: true, description: "Kept with the version." })
  readonly reason?: string | null;
}
