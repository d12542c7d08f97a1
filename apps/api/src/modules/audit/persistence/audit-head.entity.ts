import { defineEntity, p } from "@mikro-orm/core";

const schema = defineEntity({
  name: "AuditHead",
  tableName: "audit_head",
  properties: {
    id: p.smallint().primary().autoincrement(false),
    sequence: p.bigint("number"),
    hash: p.blob(),
  },
  checks: [{ name: "audit_head_single", expression: "id = 1" }],
});

/** The chain's newest link: the one row at which acts queue up. */
export class AuditHead extends schema.class {}
schema.setClass(AuditHead);
