import { defineEntity, p } from "@mikro-orm/core";

const schema = defineEntity({
  name: "IdempotencyKey",
  tableName: "idempotency_key",
  properties: {
    actorId: p.string().length(120).primary(),
    operation: p.string().length(60).primary(),
    key: p.string().length(120).primary(),
    /** Keyed hash of the input: the same key with another body is refused. */
    requestHash: p.character().length(64),
    outcome: p.json().$type<unknown>().strictNullable(),
    createdAt: p.datetime(3),
  },
  indexes: [{ properties: ["createdAt"] }],
});

/** A mutation already done for this actor and key, and what came of it; kept 24 hours. */
export class IdempotencyKey extends schema.class {}
schema.setClass(IdempotencyKey);
