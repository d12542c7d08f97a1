import { Migration } from "@mikro-orm/migrations";

/** Passkeys, and the challenges that were answered by one, so that none is answered twice. */
export class Passkeys extends Migration {
  override up(): void {
    this.addSql(`create table "passkey" (
      "id" uuid not null,
      "user_id" uuid not null,
      "credential_id" text not null,
      "public_key" bytea not null,
      "counter" bigint not null,
      "transports" text[] not null,
      "name" varchar(60) not null,
      "created_at" timestamptz(3) not null,
      "last_used_at" timestamptz(3) null,
      primary key ("id")
    )`);
    this.addSql(
      `alter table "passkey" add constraint "passkey_credential_id_unique" unique ("credential_id")`,
    );
    this.addSql(`create index "passkey_user_id_index" on "passkey" ("user_id")`);
    this.addSql(
      `alter table "passkey" add constraint "passkey_user_id_foreign" foreign key ("user_id") references "user_account" ("id")`,
    );
    this.addSql(`create table "spent_challenge" (
      "digest" varchar(43) not null,
      "expires_at" timestamptz(3) not null,
      primary key ("digest")
    )`);
    this.addSql(
      `create index "spent_challenge_expires_at_index" on "spent_challenge" ("expires_at")`,
    );
  }
}
