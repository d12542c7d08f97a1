import { Migration } from "@mikro-orm/migrations";

/** A setting of the connection, read once a statement. */
const setting = (name: string): string => `(select current_setting('signet.${name}', true))`;

/** The same as a list, which is taken apart once a statement and not once a row. */
const list = (name: string, type: string): string =>
  `(select string_to_array(nullif(current_setting('signet.${name}', true), 'all'), ',')::${type}[])`;

const listed = (column: string, name: string, type: string): string =>
  `(${setting(name)} = 'all' or ${column} = any (${list(name, type)}::${type}[]))`;

const ofVendor = listed("vendor_id", "vendors", "uuid");
const ofRegion = listed("region_code", "regions", "text");
const noBanner = `${setting("regions")} = 'all'`;

/** The policies of `row-security`, saying the same at a cost that does not grow with the rows. */
export class RowSecurityOnce extends Migration {
  override up(): void {
    this.replace("service_case", `${ofVendor} and ${ofRegion}`);
    this.replace("import_batch", `${noBanner} and ${ofVendor}`);
    this.replace("import_column_map", ofVendor);
    this.replace("scorecard", ofVendor);
  }

  private replace(table: string, condition: string): void {
    this.addSql(`alter policy "within_scope" on "${table}" using (${condition})`);
  }
}
