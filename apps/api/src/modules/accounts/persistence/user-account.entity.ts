import { defineEntity, type Opt, p } from "@mikro-orm/core";
import type { Actor, Role } from "@signet/domain";

import { Region } from "../../regions/index.ts";
import { Vendor } from "../../vendors/index.ts";

const schema = defineEntity({
  name: "UserAccount",
  tableName: "user_account",
  properties: {
    id: p.uuid().primary(),
    username: p.string().length(40).unique(),
    displayName: p.string().length(60).hidden(),
    roles: p.array().$type<Role[]>().columnType("text[]"),
    vendorId: () =>
      p.manyToOne(Vendor).mapToPk().fieldName("vendor_id").deleteRule("no action").strictNullable(),
    regionCode: () =>
      p
        .manyToOne(Region)
        .mapToPk()
        .fieldName("region_code")
        .deleteRule("no action")
        .strictNullable(),
    /** Null until the invited person has set one: nobody signs in to such an account. */
    passwordHash: p.string().length(200).hidden().strictNullable(),
    passwordChangedAt: p.datetime(3).strictNullable(),
    failedSignIns: p.integer().default(0),
    lockedUntil: p.datetime(3).strictNullable(),
    closedAt: p.datetime(3).strictNullable(),
    /** Moves with every act of an administrator; what people do themselves leaves it alone. */
    revision: p.integer().default(1),
    createdAt: p.datetime(3),
  },
});

/** A person who signs in; what they may do follows from roles, vendor and region. */
export class UserAccount extends schema.class {
  get actor(): Opt<Actor> {
    return { id: this.id, roles: this.roles, vendorId: this.vendorId, regionCode: this.regionCode };
  }
}
schema.setClass(UserAccount);
