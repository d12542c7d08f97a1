import { defineEntity, p } from "@mikro-orm/core";
import type { PolicyVersion as PolicyFacts } from "@signet/domain";

const schema = defineEntity({
  name: "PolicyVersion",
  tableName: "policy_version",
  properties: {
    id: p.uuid().primary(),
    /** First local day on which clocks start under it. */
    validFrom: p.date(),
    parameters: p.json().$type<PolicyFacts["parameters"]>(),
    createdAt: p.datetime(3),
    /** The actor's id. */
    createdBy: p.string().length(120),
    reason: p.string().length(500).strictNullable(),
    /** Taken back before it began; forms that were proposed under it still name it. */
    withdrawnAt: p.datetime(3).strictNullable(),
  },
  indexes: [
    {
      name: "policy_version_valid_from_standing",
      expression:
        'create unique index "policy_version_valid_from_standing" on "policy_version" ("valid_from") where "withdrawn_at" is null',
    },
  ],
});

/** The dated values of the rules; never edited, only followed by a later version or withdrawn before it began. */
export class PolicyVersion extends schema.class {}
schema.setClass(PolicyVersion);
