import { defineEntity, p } from "@mikro-orm/core";
import type { ErasureReason } from "@signet/domain";

import { ServiceCase } from "./service-case.entity.ts";

const schema = defineEntity({
  name: "CaseErasure",
  tableName: "case_erasure",
  properties: {
    caseId: () =>
      p.manyToOne(ServiceCase).mapToPk().fieldName("case_id").primary().deleteRule("cascade"),
    reason: p.string().length(20).$type<ErasureReason>(),
    requestedBy: p.string().length(120),
    requestedAt: p.datetime(3),
    confirmedBy: p.string().length(120).strictNullable(),
    confirmedAt: p.datetime(3).strictNullable(),
  },
});

/** That the applicant of a case is to be erased: asked for by one person, done by another. */
export class CaseErasure extends schema.class {}
schema.setClass(CaseErasure);
