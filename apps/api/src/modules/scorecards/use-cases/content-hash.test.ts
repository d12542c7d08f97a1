import { readFileSync } from "node:fs";

import { assessScorecard, cellText, type CellEvidence, type RowReviewState } from "@signet/domain";
import { describe, expect, it } from "vitest";

import type { StoredRow } from "../persistence/scorecard.entity.ts";
import { contentHashOf, type DecidedForm } from "./content-hash.ts";
import { rowsAfterReview } from "./rows-after-review.ts";

/**
 * Forms as an earlier release froze them: they are never written anew. Whatever a later one makes of
 * their facts and reviews must be what was signed.
 */
interface FrozenForm {
  readonly vendorId: string;
  readonly quarter: string;
  readonly revision: number;
  readonly policyVersionId: string;
  readonly rows: readonly StoredRow[];
  readonly reviews: DecidedForm["reviews"];
  /** The rows as they were printed. */
  readonly standing: readonly StoredRow[];
  /** What the words of the cells rest on besides; null where it was not kept. */
  readonly evidence?: CellEvidence;
  readonly contentHash: string;
}
const frozen = JSON.parse(
  readFileSync(new URL("../../../../test/frozen-forms.json", import.meta.url), "utf8"),
) as readonly FrozenForm[];

describe.each(frozen)("the form of $quarter that was frozen with $contentHash", (form) => {
  it("has the same hash", () => {
    expect(contentHashOf({ form, reviews: form.reviews })).toBe(form.contentHash);
  });

  it("has the same answers, from its facts", () => {
    const facts = Object.fromEntries(
      form.rows.flatMap((row) => (row.facts === null ? [] : [[row.row, row.facts]])),
    );
    const assessed = assessScorecard(facts);
    const rows = assessed.ok ? assessed.value.rows : [];
    expect(rows.map(({ row, value, favourable }) => ({ row, value, favourable }))).toEqual(
      form.rows.map(({ row, value, favourable }) => ({ row, value, favourable })),
    );
    if (form.evidence)
      expect(rows.map((row) => cellText(row, facts, form.evidence ?? {}, "zh-CN"))).toEqual(
        form.rows.map(({ text }) => text),
      );
  });

  it("reads the same after its review", () => {
    expect(rowsAfterReview(form.rows, form.reviews)).toEqual(form.standing);
  });

  it("has another hash as soon as anything that was decided is another", () => {
    const [first, ...rest] = form.rows;
    const others = [
      {
        form: { ...form, rows: [{ ...first!, answer: "另一个" }, ...rest] },
        reviews: form.reviews,
      },
      { form: { ...form, revision: form.revision + 1 }, reviews: form.reviews },
      { form, reviews: [...form.reviews, { ...overruled, row: 10 as const }] },
    ];
    const hashes = [form.contentHash, ...others.map((other) => contentHashOf(other))];
    expect(new Set(hashes).size).toBe(4);
  });
});

const overruled = {
  state: "OVERRIDDEN" as RowReviewState,
  value: "NO" as const,
  reason: "现场核实",
  decidedBy: "one",
  secondedBy: "another",
};
