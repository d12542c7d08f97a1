import { Migration } from "@mikro-orm/migrations";

/** The board: which cases are open, and when one was handed over. */
export class LiveCases extends Migration {
  override up(): void {
    this.addSql(`alter table "service_case" add column "handed_over_at" timestamptz(3) null`);
    this.addSql(`alter table "service_case" add column "touched_at" timestamptz(3) null`);
    this.addSql(`alter table "service_case" add column "is_open" boolean not null default false`);
    this.addSql(
      `update "service_case" set "is_open" = true
        where "cancelled_at" is null and ("completed_at" is null or ("channel" = 'ONLINE' and "delivery" = 'MAIL' and "mailed_at" is null))`,
    );
    this.addSql(`create index "service_case_open" on "service_case" ("vendor_id") where "is_open"`);
  }
}
