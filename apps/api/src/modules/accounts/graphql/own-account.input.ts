import { Field, InputType } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";
import { PasskeyAnswerInput, passkeyAnswer } from "./passkey.input.ts";
import { anyCode, anyPassword } from "./sign-in.input.ts";

@InputType()
@validates(v.looseObject({ password: anyPassword, newPassword: anyPassword }))
export class ChangePasswordInput {
  @Field(() => String, { description: "The present one." })
  readonly password!: string;

  @Field(() => String)
  readonly newPassword!: string;
}

@InputType({ description: "Password, code or passkey, one of them." })
@validates(
  v.pipe(
    v.looseObject({
      password: v.nullish(anyPassword),
      code: v.nullish(anyCode),
      passkey: v.nullish(passkeyAnswer),
    }),
    v.check(
      ({ password, code, passkey }) =>
        [password, code, passkey].filter((one) => one != null).length === 1,
      "give one of the three",
    ),
  ),
)
export class ConfirmIdentityInput {
  @Field(() => String, { nullable: true })
  readonly password?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Six digits of the application, or a recovery code.",
  })
  readonly code?: string | null;

  @Field(() => PasskeyAnswerInput, { nullable: true })
  readonly passkey?: PasskeyAnswerInput | null;
}

const link = v.pipe(v.string(), v.regex(/^[\w-]{43}$/, "must be a link's token"));

@InputType()
@validates(v.looseObject({ token: link, password: anyPassword }))
export class AcceptInvitationInput {
  @Field(() => String)
  readonly token!: string;

  @Field(() => String)
  readonly password!: string;
}
