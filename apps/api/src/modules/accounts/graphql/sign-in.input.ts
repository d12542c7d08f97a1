import { Field, InputType } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";

@InputType()
@validates(
  v.looseObject({
    username: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
    password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  }),
)
export class SignInInput {
  @Field(() => String)
  readonly username!: string;

  @Field(() => String)
  readonly password!: string;
}
