import { defineEntity, p } from "@mikro-orm/core";

import { UserAccount } from "./user-account.entity.ts";

const schema = defineEntity({
  name: "Session",
  tableName: "session",
  properties: {
    id: p.uuid().primary(),
    /** SHA-256 of the token; the token itself is only in the browser. */
    tokenHash: p.blob().unique().hidden(),
    userId: () => p.manyToOne(UserAccount).mapToPk().fieldName("user_id"),
    /** Browser and system in few words, for the list of one's own sessions. */
    device: p.string().length(60).hidden().strictNullable(),
    createdAt: p.datetime(3),
    /** When whoever holds it last proved who they are: critical acts ask for that anew. */
    confirmedAt: p.datetime(3),
    /** Whether an identity provider checked a second factor, which stands for the account's own. */
    hasProviderFactor: p.boolean().default(false),
    lastSeenAt: p.datetime(3),
    expiresAt: p.datetime(3),
  },
  indexes: [{ properties: ["userId"] }, { properties: ["expiresAt"] }],
});

/** A signed-in browser: opaque, ended by sign-out, idleness or age. */
export class Session extends schema.class {}
schema.setClass(Session);
