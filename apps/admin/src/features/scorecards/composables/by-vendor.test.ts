import { expect, it } from "vitest";

import { byVendor, type PastForm } from "./by-vendor.ts";

const form = (vendor: string, quarter: string, value: "YES" | "NO"): PastForm =>
  ({
    id: `${vendor}-${quarter}`,
    quarter,
    state: "FROZEN",
    vendor: { id: vendor, name: vendor },
    rows: [8, 9].map((row) => ({ row, question: `${row}?`, value, favourable: null, facts: null })),
  }) as PastForm;

it("puts a vendor's quarters side by side, oldest first, and leaves out those it has no form for", () => {
  const compared = byVendor([
    form("a", "2026Q4", "NO"),
    form("b", "2026Q4", "YES"),
    form("a", "2026Q3", "YES"),
  ]);
  expect(
    compared.map(({ vendor, forms }) => [vendor.id, forms.map(({ quarter }) => quarter)]),
  ).toEqual([
    ["a", ["2026Q3", "2026Q4"]],
    ["b", ["2026Q4"]],
  ]);
  expect(compared[0]?.rows.map(({ row, cells }) => [row, cells.map(({ value }) => value)])).toEqual(
    [
      [8, ["YES", "NO"]],
      [9, ["YES", "NO"]],
    ],
  );
});
