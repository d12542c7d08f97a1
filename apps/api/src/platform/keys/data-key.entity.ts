import { defineEntity, p } from "@mikro-orm/core";

import { SealedTextType } from "../orm/sealed-text-type.ts";

const schema = defineEntity({
  name: "DataKey",
  tableName: "data_key",
  properties: {
    id: p.uuid().primary(),
    dataClass: p.string().length(40),
    /** The key itself, sealed under the master key. */
    wrapped: p.type(SealedTextType),
    createdAt: p.datetime(3),
  },
  uniques: [{ properties: ["dataClass", "createdAt"] }],
});

/** A wrapped data key; the master key that opens it lives outside the database. */
export class DataKeyEntity extends schema.class {}
schema.setClass(DataKeyEntity);
