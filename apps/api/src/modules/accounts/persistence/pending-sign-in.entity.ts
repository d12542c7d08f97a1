import { defineEntity, p } from "@mikro-orm/core";

import { UserAccount } from "./user-account.entity.ts";

const schema = defineEntity({
  name: "PendingSignIn",
  tableName: "pending_sign_in",
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserAccount).mapToPk().fieldName("user_id"),
    /** SHA-256 of the token; the token itself is only in the browser. */
    tokenHash: p.blob().unique().hidden(),
    expiresAt: p.datetime(3),
  },
  indexes: [{ properties: ["userId"] }, { properties: ["expiresAt"] }],
});

/** Somebody gave the right password and owes the second factor. */
export class PendingSignIn extends schema.class {}
schema.setClass(PendingSignIn);
