import { defineEntity, p } from "@mikro-orm/core";

const schema = defineEntity({
  name: "AuditEntry",
  tableName: "audit_entry",
  properties: {
    sequence: p.bigint("number").primary().autoincrement(false),
    occurredAt: p.datetime(3),
    actorKind: p.string().length(16),
    actorId: p.string().length(120),
    act: p.string().length(60),
    subjectType: p.string().length(40).strictNullable(),
    subjectId: p.string().length(80).strictNullable(),
    requestId: p.string().length(60),
    /** Canonical JSON of the whole entry, previous hash included: what the hash is over. */
    body: p.text(),
    hash: p.blob(),
    algorithm: p.string().length(24),
    keyId: p.uuid(),
  },
  indexes: [
    { properties: ["occurredAt"] },
    { properties: ["actorId", "sequence"] },
    { properties: ["act", "sequence"] },
    { properties: ["subjectType", "subjectId", "sequence"] },
  ],
});

/** One act, chained to the one before it by a keyed hash; the application's role may only add. */
export class AuditEntry extends schema.class {}
schema.setClass(AuditEntry);
