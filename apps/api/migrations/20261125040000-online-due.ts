import { Migration } from "@mikro-orm/migrations";

/** What is due online on a day is counted by that day alone, however many cases there are. */
export class OnlineDue extends Migration {
  override up(): void {
    this.addSql(
      `create index "service_case_online_due" on "service_case" ("counts_on", "vendor_id") where "channel" = 'ONLINE'`,
    );
  }
}
