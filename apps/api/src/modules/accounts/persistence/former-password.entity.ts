import { defineEntity, p } from "@mikro-orm/core";

import { UserAccount } from "./user-account.entity.ts";

const schema = defineEntity({
  name: "FormerPassword",
  tableName: "former_password",
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserAccount).mapToPk().fieldName("user_id"),
    passwordHash: p.string().length(200).hidden(),
    replacedAt: p.datetime(3),
  },
  indexes: [{ properties: ["userId"] }],
});

/** A password that somebody had before; kept so that it is not taken again. */
export class FormerPassword extends schema.class {}
schema.setClass(FormerPassword);
