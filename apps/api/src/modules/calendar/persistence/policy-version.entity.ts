import { defineEntity, p } from "@mikro-orm/core";
import type { PolicyVersion as PolicyFacts } from "@signet/domain";

const schema = defineEntity({
  name: "PolicyVersion",
  tableName: "policy_version",
  properties: {
    id: p.uuid().primary(),
    /** First local day on which clocks start under it. */
    validFrom: p.date().unique(),
    parameters: p.json().$type<PolicyFacts["parameters"]>(),
    createdAt: p.datetime(3),
  },
});

/** The dated values of the rules; never edited, only followed by a later version. */
export class PolicyVersion extends schema.class {}
schema.setClass(PolicyVersion);
