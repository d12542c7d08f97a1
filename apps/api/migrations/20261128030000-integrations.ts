import { Migration } from "@mikro-orm/migrations";

/** Machines of the banners, counties and cities, and their keys: of a key only its keyed hash. */
export class Integrations extends Migration {
  override up(): void {
    this.addSql(`create table "integration" (
      "id" uuid not null,
      "name" varchar(80) not null,
      "region_code" char(6) not null,
      "scopes" text[] not null,
      "created_at" timestamptz(3) not null,
      "created_by" varchar(120) not null,
      primary key ("id")
    )`);
    this.addSql(
      `alter table "integration" add constraint "integration_name_unique" unique ("name")`,
    );
    this.addSql(
      `alter table "integration" add constraint "integration_region_code_foreign" foreign key ("region_code") references "region" ("code")`,
    );
    this.addSql(`create table "integration_key" (
      "id" uuid not null,
      "integration_id" uuid not null,
      "secret_hash" bytea not null,
      "hint" varchar(8) not null,
      "created_at" timestamptz(3) not null,
      "created_by" varchar(120) not null,
      "expires_at" timestamptz(3) not null,
      "revoked_at" timestamptz(3) null,
      "revoked_by" varchar(120) null,
      "last_used_on" date null,
      primary key ("id")
    )`);
    this.addSql(
      `alter table "integration_key" add constraint "integration_key_secret_hash_unique" unique ("secret_hash")`,
    );
    this.addSql(
      `alter table "integration_key" add constraint "integration_key_integration_id_foreign" foreign key ("integration_id") references "integration" ("id")`,
    );
    this.addSql(
      `create index "integration_key_integration_id_index" on "integration_key" ("integration_id")`,
    );
    // A year at most, whatever asks for more.
    this.addSql(
      `alter table "integration_key" add constraint "integration_key_expires" check (expires_at > created_at and expires_at <= (created_at + '366 days'::interval))`,
    );
  }
}
