import { Field, InputType } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";
import { PasskeyAnswerInput, passkeyAnswer } from "./passkey.input.ts";

/** Longer than any password that the rules allow, in UTF-16 units. */
export const anyPassword = v.pipe(v.string(), v.minLength(1), v.maxLength(800));
export const anyCode = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

@InputType()
@validates(
  v.looseObject({
    username: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
    password: anyPassword,
  }),
)
export class SignInInput {
  @Field(() => String)
  readonly username!: string;

  @Field(() => String)
  readonly password!: string;
}

@InputType({ description: "Code or passkey, one of them." })
@validates(
  v.pipe(
    v.looseObject({ code: v.nullish(anyCode), passkey: v.nullish(passkeyAnswer) }),
    v.check(({ code, passkey }) => (code == null) !== (passkey == null), "give one of the two"),
  ),
)
export class CompleteSignInInput {
  @Field(() => String, {
    nullable: true,
    description: "Six digits of the application, or a recovery code.",
  })
  readonly code?: string | null;

  @Field(() => PasskeyAnswerInput, { nullable: true })
  readonly passkey?: PasskeyAnswerInput | null;
}
