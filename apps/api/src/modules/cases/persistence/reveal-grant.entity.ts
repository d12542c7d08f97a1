import { defineEntity, p } from "@mikro-orm/core";
import type { RevealPurpose } from "@signet/domain";

import { SealedTextType } from "../../../platform/orm/index.ts";
import { ServiceCase } from "./service-case.entity.ts";

const schema = defineEntity({
  name: "RevealGrant",
  tableName: "reveal_grant",
  properties: {
    id: p.uuid().primary(),
    caseId: () => p.manyToOne(ServiceCase).mapToPk().fieldName("case_id").deleteRule("cascade"),
    actorId: p.string().length(120),
    /** The session it was given to; in another it is worth nothing. */
    sessionId: p.uuid(),
    purpose: p.string().length(20).$type<RevealPurpose>(),
    /** What was said about it; may name people. */
    noteSealed: p.type(SealedTextType).hidden().strictNullable(),
    grantedAt: p.datetime(3),
    expiresAt: p.datetime(3),
  },
  indexes: [{ properties: ["actorId", "grantedAt"] }, { properties: ["caseId"] }],
});

/** Leave to look at one whole identity number for a few minutes. */
export class RevealGrant extends schema.class {}
schema.setClass(RevealGrant);
