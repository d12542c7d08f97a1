import { defineEntity, p } from "@mikro-orm/core";

const schema = defineEntity({
  name: "Region",
  tableName: "region",
  properties: {
    /** Division code, six digits (GB/T 2260). */
    code: p.character().length(6).primary(),
    name: p.string().length(40),
  },
});

/** A banner, county or city whose centre the league's centre serves (clause 0). */
export class Region extends schema.class {}
schema.setClass(Region);
