import { defineEntity, p } from "@mikro-orm/core";

import { Vendor } from "./vendor.entity.ts";

const schema = defineEntity({
  name: "OnlineChannel",
  tableName: "online_channel",
  properties: {
    id: p.uuid().primary(),
    vendorId: () => p.manyToOne(Vendor).mapToPk().fieldName("vendor_id"),
    url: p.string().length(400),
    registeredOn: p.date(),
    closedOn: p.date().strictNullable(),
  },
  indexes: [{ properties: ["vendorId"] }],
});

/** An address under which a vendor takes online requests (clause 3, evidence of row 4). */
export class OnlineChannel extends schema.class {}
schema.setClass(OnlineChannel);
