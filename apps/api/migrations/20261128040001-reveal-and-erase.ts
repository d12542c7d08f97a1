import { Migration } from "@mikro-orm/migrations";

/** Leave to see a whole identity number, and the erasure of an applicant by two people. */
export class RevealAndErase extends Migration {
  override up(): void {
    this.addSql(`create table "reveal_grant" (
      "id" uuid not null,
      "case_id" uuid not null,
      "actor_id" varchar(120) not null,
      "session_id" uuid not null,
      "purpose" varchar(20) not null,
      "note_sealed" text null,
      "granted_at" timestamptz(3) not null,
      "expires_at" timestamptz(3) not null,
      primary key ("id")
    )`);
    this.addSql(
      `create index "reveal_grant_actor_id_granted_at_index" on "reveal_grant" ("actor_id", "granted_at")`,
    );
    this.addSql(`create index "reveal_grant_case_id_index" on "reveal_grant" ("case_id")`);
    this.addSql(`create table "case_erasure" (
      "case_id" uuid not null,
      "reason" varchar(20) not null,
      "requested_by" varchar(120) not null,
      "requested_at" timestamptz(3) not null,
      "confirmed_by" varchar(120) null,
      "confirmed_at" timestamptz(3) null,
      primary key ("case_id")
    )`);
    this.addSql(
      `alter table "reveal_grant" add constraint "reveal_grant_case_id_foreign" foreign key ("case_id") references "service_case" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "case_erasure" add constraint "case_erasure_case_id_foreign" foreign key ("case_id") references "service_case" ("id") on update cascade on delete cascade`,
    );
  }
}
