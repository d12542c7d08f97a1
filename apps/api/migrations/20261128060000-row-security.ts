import { Migration } from "@mikro-orm/migrations";

/** A setting of the connection, read once a statement. */
const setting = (name: string): string => `(select current_setting('signet.${name}', true))`;

/** Whether a column's value is in the list that the connection was told; nothing told, nothing seen. */
const listed = (column: string, name: string, type: string): string =>
  `(${setting(name)} = 'all' or ${column} = any (string_to_array(nullif(${setting(name)}, 'all'), ',')::${type}[]))`;

const ofVendor = listed("vendor_id", "vendors", "uuid");
const ofRegion = listed("region_code", "regions", "text");
const ofCentre = `(${setting("vendors")} = 'all' and ${setting("regions")} = 'all')`;
const noBanner = `${setting("regions")} = 'all'`;

/**
 * The second wall: the application's role sees the rows of the scope that its connection was told,
 * whatever a query forgets to ask. The owner, who migrates, is not held by it.
 */
export class RowSecurity extends Migration {
  override up(): void {
    this.guard("service_case", `${ofVendor} and ${ofRegion}`);
    this.guard("case_pause", "exists (select from service_case c where c.id = case_id)");
    this.guard("reveal_grant", "exists (select from service_case c where c.id = case_id)");
    this.guard("case_erasure", "exists (select from service_case c where c.id = case_id)");
    this.guard("import_batch", `${noBanner} and ${ofVendor}`);
    this.guard("import_line", "exists (select from import_batch b where b.id = batch_id)");
    this.guard("import_column_map", ofVendor);
    this.guard("scorecard", ofVendor);
    this.guard(
      "scorecard_row_review",
      "exists (select from scorecard s where s.id = scorecard_id)",
    );
    // Everybody's acts are chained; the centre's people read them.
    this.addSql(`alter table "audit_entry" enable row level security`);
    this.addSql(`create policy "within_scope" on "audit_entry" for select using (${ofCentre})`);
    this.addSql(`create policy "chained" on "audit_entry" for insert with check (true)`);
  }

  private guard(table: string, condition: string): void {
    this.addSql(`alter table "${table}" enable row level security`);
    this.addSql(`create policy "within_scope" on "${table}" using (${condition})`);
  }
}
