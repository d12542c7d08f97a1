import type { ScorecardHistoryQuery } from "../../../graphql/graphql.ts";

export type PastForm = ScorecardHistoryQuery["scorecardHistory"][number];
type Cell = PastForm["rows"][number];

/** One vendor's forms, oldest first, and its ten questions with an answer for each of them. */
export interface VendorHistory {
  readonly vendor: PastForm["vendor"];
  readonly forms: readonly PastForm[];
  readonly rows: readonly {
    readonly row: number;
    readonly question: string;
    readonly cells: readonly Cell[];
  }[];
}

/** The forms of several quarters, side by side for each vendor. */
export function byVendor(forms: readonly PastForm[]): VendorHistory[] {
  const vendors = new Map<string, PastForm[]>();
  for (const form of forms)
    vendors.set(form.vendor.id, [...(vendors.get(form.vendor.id) ?? []), form]);
  return [...vendors.values()].flatMap((newestFirst) => {
    const own = [...newestFirst].reverse();
    const newest = newestFirst[0];
    if (!newest) return [];
    const rows = newest.rows.map(({ row, question }) => ({
      row,
      question,
      cells: own.flatMap((form) => form.rows.filter((one) => one.row === row)),
    }));
    return [{ vendor: newest.vendor, forms: own, rows }];
  });
}
