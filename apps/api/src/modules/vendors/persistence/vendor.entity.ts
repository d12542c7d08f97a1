import { defineEntity, p } from "@mikro-orm/core";

const schema = defineEntity({
  name: "Vendor",
  tableName: "vendor",
  properties: {
    id: p.uuid().primary(),
    /** Short code, as in the numbers the vendor gives its cases. */
    code: p.string().length(8).unique(),
    name: p.string().length(60).unique(),
    /** The name as the regulation prints it. */
    printedName: p.string().length(80),
    joinedOn: p.date(),
    leftOn: p.date().strictNullable(),
  },
});

/** A company that issues CA certificates at the centre; the tenant that cases belong to (clause 3). */
export class Vendor extends schema.class {}
schema.setClass(Vendor);
