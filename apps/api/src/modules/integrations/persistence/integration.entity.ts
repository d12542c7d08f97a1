import { defineEntity, p } from "@mikro-orm/core";
import type { IntegrationScope } from "@signet/domain";

import { Region } from "../../regions/index.ts";

const schema = defineEntity({
  name: "Integration",
  tableName: "integration",
  properties: {
    id: p.uuid().primary(),
    name: p.string().length(80).unique(),
    regionCode: () =>
      p.manyToOne(Region).mapToPk().fieldName("region_code").deleteRule("no action"),
    scopes: p.array().$type<IntegrationScope[]>().columnType("text[]"),
    createdAt: p.datetime(3),
    createdBy: p.string().length(120),
  },
});

/** A machine of a banner, county or city: whose it is and what it may read. */
export class Integration extends schema.class {}
schema.setClass(Integration);
