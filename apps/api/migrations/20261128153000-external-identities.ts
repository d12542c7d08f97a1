import { Migration } from "@mikro-orm/migrations";

/** Who people are to an identity provider, and who is away there at the moment. */
export class ExternalIdentities extends Migration {
  override up(): void {
    this.addSql(
      `alter table "session" add column "has_provider_factor" boolean not null default false`,
    );
    this.addSql(
      `create table "account_external_identity" (
         "id" uuid not null, "user_id" uuid not null, "issuer" varchar(300) not null,
         "subject_hash" bytea not null, "linked_at" timestamptz(3) not null,
         "last_used_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "account_external_identity" add constraint "account_external_identity_subject_hash_unique" unique ("subject_hash")`,
    );
    this.addSql(
      `alter table "account_external_identity" add constraint "account_external_identity_user_id_issuer_unique" unique ("user_id", "issuer")`,
    );
    this.addSql(
      `alter table "account_external_identity" add constraint "account_external_identity_user_id_foreign" foreign key ("user_id") references "user_account" ("id")`,
    );
    this.addSql(
      `create table "provider_sign_in" (
         "id" uuid not null, "state_hash" bytea not null, "browser_hash" bytea not null,
         "nonce" varchar(60) not null, "verifier" text not null, "purpose" varchar(10) not null,
         "session_id" uuid null, "invitation_hash" bytea null, "return_to" text not null,
         "expires_at" timestamptz(3) not null, primary key ("id"),
         constraint "provider_sign_in_verifier_is_sealed" check (starts_with(verifier, 'v1.'::text)))`,
    );
    this.addSql(
      `alter table "provider_sign_in" add constraint "provider_sign_in_state_hash_unique" unique ("state_hash")`,
    );
    this.addSql(
      `create index "provider_sign_in_expires_at_index" on "provider_sign_in" ("expires_at")`,
    );
  }
}
