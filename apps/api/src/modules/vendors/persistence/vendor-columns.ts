import { type RawBuilder, sql } from "kysely";

import type { Vendor } from "./vendor.entity.ts";

/** A vendor as it is read along with what belongs to it. */
export type VendorRow = Pick<Vendor, "id" | "code" | "name" | "printedName">;

/** The select list for a vendor that is joined under a name. */
export function vendorColumns(table: string): RawBuilder<unknown> {
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${table}.${name}`);
  return sql`${column("id")} as "vendorKey", ${column("code")} as "vendorCode",
    ${column("name")} as "vendorName", ${column("printed_name")} as "vendorPrintedName"`;
}

/** The vendor in a row that was read with those columns. */
export function vendorOf(row: Readonly<Record<string, unknown>>): VendorRow | null {
  const { vendorKey: id, vendorCode: code, vendorName: name, vendorPrintedName: printedName } = row;
  return typeof id === "string" ? ({ id, code, name, printedName } as VendorRow) : null;
}
