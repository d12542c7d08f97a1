import { defineEntity, p } from "@mikro-orm/core";

const schema = defineEntity({
  name: "ActReader",
  tableName: "act_reader",
  properties: {
    name: p.string().length(60).primary(),
    /** The last act that this reader is done with. */
    sequence: p.bigint("number"),
  },
});

/** How far somebody who must hear of every act has read the chain; the row is what is claimed. */
export class ActReader extends schema.class {}
schema.setClass(ActReader);
