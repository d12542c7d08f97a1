import { defineEntity, p } from "@mikro-orm/core";

import { UserAccount } from "./user-account.entity.ts";

const schema = defineEntity({
  name: "RecoveryCode",
  tableName: "recovery_code",
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserAccount).mapToPk().fieldName("user_id"),
    /** SHA-256 of 80 random bits. */
    codeHash: p.blob().hidden(),
    usedAt: p.datetime(3).strictNullable(),
  },
  indexes: [{ properties: ["userId"] }],
});

/** One of ten codes that stand in for a lost telephone, each once. */
export class RecoveryCode extends schema.class {}
schema.setClass(RecoveryCode);
