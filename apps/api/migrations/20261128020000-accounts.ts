import { Migration } from "@mikro-orm/migrations";

/** Accounts in full: invitations, former passwords, second factors, and what a session last proved. */
export class Accounts extends Migration {
  override up(): void {
    this.addSql(`alter table "user_account" alter column "password_hash" drop not null`);
    this.addSql(`alter table "user_account" add column "password_changed_at" timestamptz(3) null`);
    this.addSql(`alter table "user_account" add column "closed_at" timestamptz(3) null`);
    this.addSql(`alter table "user_account" add column "revision" int not null default 1`);
    this.addSql(`alter table "session" add column "device" varchar(60) null`);
    this.addSql(`alter table "session" add column "confirmed_at" timestamptz(3) null`);
    this.addSql(`update "session" set "confirmed_at" = "created_at"`);
    this.addSql(`alter table "session" alter column "confirmed_at" set not null`);
    this.addSql(`create table "account_invitation" (
      "user_id" uuid not null,
      "token_hash" bytea not null,
      "created_at" timestamptz(3) not null,
      "expires_at" timestamptz(3) not null,
      primary key ("user_id")
    )`);
    this.addSql(
      `alter table "account_invitation" add constraint "account_invitation_token_hash_unique" unique ("token_hash")`,
    );
    this.addSql(`create table "former_password" (
      "id" uuid not null,
      "user_id" uuid not null,
      "password_hash" varchar(200) not null,
      "replaced_at" timestamptz(3) not null,
      primary key ("id")
    )`);
    this.addSql(`create index "former_password_user_id_index" on "former_password" ("user_id")`);
    this.addSql(`create table "authenticator" (
      "user_id" uuid not null,
      "secret" text not null,
      "created_at" timestamptz(3) not null,
      "confirmed_at" timestamptz(3) null,
      "last_step" int null,
      primary key ("user_id"),
      constraint "authenticator_secret_is_sealed" check (starts_with(secret, 'v1.'::text))
    )`);
    this.addSql(`create table "recovery_code" (
      "id" uuid not null,
      "user_id" uuid not null,
      "code_hash" bytea not null,
      "used_at" timestamptz(3) null,
      primary key ("id")
    )`);
    this.addSql(`create index "recovery_code_user_id_index" on "recovery_code" ("user_id")`);
    this.addSql(`create table "pending_sign_in" (
      "id" uuid not null,
      "user_id" uuid not null,
      "token_hash" bytea not null,
      "expires_at" timestamptz(3) not null,
      primary key ("id")
    )`);
    this.addSql(
      `alter table "pending_sign_in" add constraint "pending_sign_in_token_hash_unique" unique ("token_hash")`,
    );
    this.addSql(`create index "pending_sign_in_user_id_index" on "pending_sign_in" ("user_id")`);
    this.addSql(
      `create index "pending_sign_in_expires_at_index" on "pending_sign_in" ("expires_at")`,
    );
    for (const table of [
      "account_invitation",
      "former_password",
      "authenticator",
      "recovery_code",
      "pending_sign_in",
    ])
      this.addSql(
        `alter table "${table}" add constraint "${table}_user_id_foreign" foreign key ("user_id") references "user_account" ("id")`,
      );
  }
}
