import { Migration } from "@mikro-orm/migrations";

/** Who made a version of the rules and why; an announced policy may be withdrawn before it begins. */
export class RuleEdits extends Migration {
  override up(): void {
    for (const table of ["calendar_version", "policy_version"]) {
      this.addSql(
        `alter table "${table}" add column "created_by" varchar(120) not null default 'system'`,
      );
      this.addSql(`alter table "${table}" alter column "created_by" drop default`);
      this.addSql(`alter table "${table}" add column "reason" varchar(500) null`);
    }
    this.addSql(`alter table "policy_version" add column "withdrawn_at" timestamptz(3) null`);
    this.addSql(`alter table "policy_version" drop constraint "policy_version_valid_from_unique"`);
    this.addSql(
      `create unique index "policy_version_valid_from_standing" on "policy_version" ("valid_from") where "withdrawn_at" is null`,
    );
  }
}
