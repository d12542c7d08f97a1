import { defineEntity, p } from "@mikro-orm/core";
import type { CaseField } from "@signet/domain";

import { Vendor } from "../../vendors/index.ts";

const schema = defineEntity({
  name: "ImportColumnMap",
  tableName: "import_column_map",
  properties: {
    vendorId: () =>
      p.manyToOne(Vendor).mapToPk().fieldName("vendor_id").primary().deleteRule("cascade"),
    field: p.string().length(20).primary().$type<CaseField>(),
    heading: p.string().length(100),
  },
});

/** Under which heading a vendor's exports have a field, where it is not the ordinary one. */
export class ImportColumnMap extends schema.class {}
schema.setClass(ImportColumnMap);
