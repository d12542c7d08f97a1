import { defineEntity, p } from "@mikro-orm/core";
import type { PauseReason } from "@signet/domain";

import { ServiceCase } from "./service-case.entity.ts";

const schema = defineEntity({
  name: "CasePause",
  tableName: "case_pause",
  properties: {
    id: p.uuid().primary(),
    caseId: () => p.manyToOne(ServiceCase).mapToPk().fieldName("case_id").deleteRule("cascade"),
    fromAt: p.datetime(3),
    toAt: p.datetime(3).strictNullable(),
    reason: p.string().length(24).$type<PauseReason>(),
    voided: p.boolean().default(false),
  },
  indexes: [{ properties: ["caseId", "fromAt"] }],
});

/** A time during which an on-site clock stands still, for one of the closed list of reasons. */
export class CasePause extends schema.class {}
schema.setClass(CasePause);
