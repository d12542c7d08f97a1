import { defineEntity, p } from "@mikro-orm/core";

import { SealedTextType } from "../../../platform/orm/index.ts";

/** What somebody went to the provider for. */
export const ProviderPurpose = { SIGN_IN: "SIGN_IN", LINK: "LINK", JOIN: "JOIN" } as const;
export type ProviderPurpose = (typeof ProviderPurpose)[keyof typeof ProviderPurpose];

const schema = defineEntity({
  name: "ProviderSignIn",
  tableName: "provider_sign_in",
  properties: {
    id: p.uuid().primary(),
    /** SHA-256 of the state that comes back in the address. */
    stateHash: p.blob().unique().hidden(),
    /** SHA-256 of the cookie of the browser that went. */
    browserHash: p.blob().hidden(),
    nonce: p.string().length(60).hidden(),
    /** Of the proof key (PKCE): without it the code is worth nothing. */
    verifier: p.type(SealedTextType).hidden(),
    purpose: p.string().$type<ProviderPurpose>().length(10),
    /** The session that it was begun in, where there was one. */
    sessionId: p.uuid().strictNullable(),
    /** Of the invitation that is to be accepted, the hash as the invitation has it. */
    invitationHash: p.blob().hidden().strictNullable(),
    returnTo: p.text(),
    expiresAt: p.datetime(3),
  },
  indexes: [{ properties: ["expiresAt"] }],
  checks: [
    {
      name: "provider_sign_in_verifier_is_sealed",
      expression: "starts_with(verifier, 'v1.'::text)",
    },
  ],
});

/** Somebody is away at the identity provider; gone once they are back. */
export class ProviderSignIn extends schema.class {}
schema.setClass(ProviderSignIn);
