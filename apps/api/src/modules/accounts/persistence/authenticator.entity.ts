import { defineEntity, p } from "@mikro-orm/core";

import { SealedTextType } from "../../../platform/orm/index.ts";
import { UserAccount } from "./user-account.entity.ts";

const schema = defineEntity({
  name: "Authenticator",
  tableName: "authenticator",
  properties: {
    userId: () =>
      p
        .manyToOne(UserAccount)
        .mapToPk()
        .fieldName("user_id")
        .primary()
        .deleteRule("no action")
        .updateRule("no action"),
    secret: p.type(SealedTextType).hidden(),
    createdAt: p.datetime(3),
    /** Null until its first code was given: before that it opens nothing. */
    confirmedAt: p.datetime(3).strictNullable(),
    /** The 30 seconds, counted from 1970, of the last code taken: no code counts twice. */
    lastStep: p.integer().strictNullable(),
  },
  checks: [
    { name: "authenticator_secret_is_sealed", expression: "starts_with(secret, 'v1.'::text)" },
  ],
});

/** The application on somebody's telephone that shows codes (TOTP, RFC 6238). */
export class Authenticator extends schema.class {}
schema.setClass(Authenticator);
