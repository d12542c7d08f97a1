import { defineEntity, p } from "@mikro-orm/core";

import { UserAccount } from "./user-account.entity.ts";

const schema = defineEntity({
  name: "ExternalIdentity",
  tableName: "account_external_identity",
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserAccount).mapToPk().fieldName("user_id"),
    issuer: p.string().length(300),
    /** Keyed hash of issuer and subject: the provider's name for somebody is personal data. */
    subjectHash: p.blob().unique().hidden(),
    linkedAt: p.datetime(3),
    lastUsedAt: p.datetime(3).strictNullable(),
  },
  uniques: [{ properties: ["userId", "issuer"] }],
});

/** Who somebody is to an identity provider, linked to their account: another way for them to sign in. */
export class ExternalIdentity extends schema.class {}
schema.setClass(ExternalIdentity);
