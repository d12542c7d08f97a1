import { Field, InputType } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";
import { anyCode, anyPassword } from "./sign-in.input.ts";

@InputType()
@validates(v.looseObject({ password: anyPassword, newPassword: anyPassword }))
export class ChangePasswordInput {
  @Field(() => String, { description: "The present one." })
  readonly password!: string;

  @Field(() => String)
  readonly newPassword!: string;
}

@InputType({ description: "Password or code, one of them." })
@validates(
  v.pipe(
    v.looseObject({ password: v.nullish(anyPassword), code: v.nullish(anyCode) }),
    v.check(({ password, code }) => (password == null) !== (code == null), "give one of the two"),
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
