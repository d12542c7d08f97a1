import { type RawBuilder, sql } from "kysely";

import type { Vendor } from "./vendor.entity.ts";

/** A vendor as it is read along with what belongs to it. */
export type VendorRow = Pick<Vendor, "id" | "code" | "name" | "printedName">;

/** The select list for a vendor that is joined as `v`. */
export const vendorColumns: RawBuilder<unknown> = sql`
  v.id as "vendorKey", v.code as "vendorCode", v.name as "vendorName", v.printed_name as "vendorPrintedName"`;

/** The vendor in a row that was read with those columns. */
export function vendorOf(row: Readonly<Record<string, unknown>>): VendorRow | null {
  const { vendorKey: id, vendorCode: code, vendorName: name, vendorPrintedName: printedName } = row;
  return typeof id === "string" ? ({ id, code, name, printedName } as VendorRow) : null;
}
