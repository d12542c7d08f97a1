import { defineEntity, p } from "@mikro-orm/core";

const schema = defineEntity({
  name: "InstallationMark",
  tableName: "installation_mark",
  properties: {
    name: p.string().length(60).primary(),
    madeAt: p.datetime(3),
  },
});

/** Something done once for this database, such as loading the demo data. */
export class InstallationMark extends schema.class {}
schema.setClass(InstallationMark);
