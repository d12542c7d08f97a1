import { defineEntity, p } from "@mikro-orm/core";

import { Integration } from "./integration.entity.ts";

const schema = defineEntity({
  name: "IntegrationKey",
  tableName: "integration_key",
  properties: {
    id: p.uuid().primary(),
    integrationId: () =>
      p.manyToOne(Integration).mapToPk().fieldName("integration_id").deleteRule("no action"),
    /** Keyed hash of the key; the key itself was shown once and is kept nowhere. */
    secretHash: p.blob().unique().hidden(),
    /** Its last characters, by which people tell keys apart. */
    hint: p.string().length(8),
    createdAt: p.datetime(3),
    createdBy: p.string().length(120),
    expiresAt: p.datetime(3),
    revokedAt: p.datetime(3).strictNullable(),
    revokedBy: p.string().length(120).strictNullable(),
    /** The local day; written once a day. */
    lastUsedOn: p.date().strictNullable(),
  },
  indexes: [{ properties: ["integrationId"] }],
  checks: [
    {
      name: "integration_key_expires",
      expression: "expires_at > created_at and expires_at <= (created_at + '366 days'::interval)",
    },
  ],
});

/** One key of a machine; two may be active, so that one takes over from the other. */
export class IntegrationKey extends schema.class {}
schema.setClass(IntegrationKey);
