import { defineEntity, p } from "@mikro-orm/core";

import { UserAccount } from "./user-account.entity.ts";

const schema = defineEntity({
  name: "Passkey",
  tableName: "passkey",
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserAccount).mapToPk().fieldName("user_id"),
    /** As its authenticator names it, in base64url; known to that and to us. */
    credentialId: p.text().unique().hidden(),
    /** COSE: what its signatures are verified with. No secret. */
    publicKey: p.blob().hidden(),
    /** How often it signed, as its authenticator counts; 0 for ever where it keeps no count. */
    counter: p.bigint("number"),
    /** How a browser reaches it, in the words of the standard. */
    transports: p.array().$type<string[]>().columnType("text[]"),
    name: p.string().length(60).hidden(),
    createdAt: p.datetime(3),
    lastUsedAt: p.datetime(3).strictNullable(),
  },
  indexes: [{ properties: ["userId"] }],
});

/** A key pair in somebody's device or password manager, of which we hold the public half (WebAuthn). */
export class Passkey extends schema.class {}
schema.setClass(Passkey);
