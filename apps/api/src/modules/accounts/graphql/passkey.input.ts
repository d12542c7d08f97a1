import { Field, InputType, registerEnumType } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";
import type { PasskeyAnswer } from "../use-cases/verify-passkey.ts";

/** Base64url as the standard writes it: no padding. */
const bytes = (longest: number) =>
  v.pipe(v.string(), v.regex(/^[\w-]+$/, "must be base64url"), v.maxLength(longest, "is too long"));
const id = bytes(1_400);
const clientDataJSON = bytes(4_000);

export const passkeyAnswer = v.looseObject({
  id,
  clientDataJSON,
  authenticatorData: bytes(4_000),
  signature: bytes(2_000),
  userHandle: v.nullish(bytes(100)),
});

@InputType({
  description: "What `navigator.credentials.get` answers, binary fields in base64url.",
})
@validates(passkeyAnswer)
export class PasskeyAnswerInput {
  @Field(() => String)
  readonly id!: string;

  @Field(() => String)
  readonly clientDataJSON!: string;

  @Field(() => String)
  readonly authenticatorData!: string;

  @Field(() => String)
  readonly signature!: string;

  @Field(() => String, { nullable: true })
  readonly userHandle?: string | null;
}

export const answerOf = ({ userHandle = null, ...answer }: PasskeyAnswerInput): PasskeyAnswer => ({
  ...answer,
  userHandle,
});

@InputType({
  description: "What `navigator.credentials.create` answers, binary fields in base64url.",
})
@validates(
  v.looseObject({
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
    id,
    clientDataJSON,
    attestationObject: bytes(40_000),
    transports: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z-]{1,20}$/))), v.maxLength(10)),
  }),
)
export class RegisterPasskeyInput {
  @Field(() => String, { description: "What its holder calls it." })
  readonly name!: string;

  @Field(() => String)
  readonly id!: string;

  @Field(() => String)
  readonly clientDataJSON!: string;

  @Field(() => String)
  readonly attestationObject!: string;

  @Field(() => [String], { description: "Of `getTransports`." })
  readonly transports!: string[];
}

export const PasskeyPurpose = {
  SIGN_IN: "SIGN_IN",
  SECOND_FACTOR: "SECOND_FACTOR",
  CONFIRM_IDENTITY: "CONFIRM_IDENTITY",
} as const;
export type PasskeyPurpose = (typeof PasskeyPurpose)[keyof typeof PasskeyPurpose];
registerEnumType(PasskeyPurpose, {
  name: "PasskeyPurpose",
  description:
    "What a passkey is asked for: to sign in alone, after the password, or to prove anew who holds the session.",
});
