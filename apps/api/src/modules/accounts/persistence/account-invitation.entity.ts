import { defineEntity, p } from "@mikro-orm/core";

import { UserAccount } from "./user-account.entity.ts";

const schema = defineEntity({
  name: "AccountInvitation",
  tableName: "account_invitation",
  properties: {
    userId: () =>
      p
        .manyToOne(UserAccount)
        .mapToPk()
        .fieldName("user_id")
        .primary()
        .deleteRule("no action")
        .updateRule("no action"),
    /** SHA-256 of the link's token; the token itself is shown once, to whoever invites. */
    tokenHash: p.blob().unique().hidden(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
  },
});

/** The one link with which somebody sets the password of their account; gone once it is used. */
export class AccountInvitation extends schema.class {}
schema.setClass(AccountInvitation);
