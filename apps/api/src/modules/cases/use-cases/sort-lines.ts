import type { EntityManager } from "@mikro-orm/postgresql";
import { LineOutcome } from "@signet/domain";

import { DataClass, type Vault } from "../../../platform/keys/index.ts";
import { canonicalJson } from "../../../platform/orm/index.ts";
import type { ImportLine, StoredFault } from "../persistence/import-line.entity.ts";
import type { ImportedRecord } from "./case-record.ts";
import { headingOf } from "./import-columns.ts";
import type { CaseLine } from "./read-case-line.ts";
import { mapUnhurried } from "../../../platform/background/unhurried.ts";

type NewLine = Pick<
  ImportLine,
  "batchId" | "line" | "outcome" | "number" | "vendorId" | "contentDigest" | "record" | "faults"
>;

/** Tells equal records from differing ones without keeping what they say. */
export const digestRecord = (vault: Vault, record: ImportedRecord): string =>
  vault.digest(canonicalJson(record));

/** What a second line of a number is: the same again, or a contradiction of the one that stands. */
export function repeatedFault(standing: string, repeated: string): StoredFault {
  return {
    code: standing === repeated ? "NUMBER_REPEATED" : "NUMBER_DIFFERS",
    field: "NUMBER",
    column: headingOf("NUMBER"),
  };
}

export const outcomeOf = (fault: StoredFault): LineOutcome =>
  fault.code === "NUMBER_REPEATED" ? LineOutcome.SKIPPED : LineOutcome.REJECTED;

/** Sorts the lines of a chunk into clean, skipped and refused, within their file. */
export async function sortLines(
  tx: EntityManager,
  vault: Vault,
  batchId: string,
  lines: readonly CaseLine[],
): Promise<NewLine[]> {
  const standing = await standingDigests(tx, batchId, lines);
  return mapUnhurried(lines, ({ line, number, faults, record }): NewLine => {
    const base = { batchId, line, number: number?.slice(0, 40) ?? null };
    if (!record) {
      return {
        ...base,
        outcome: LineOutcome.REJECTED,
        vendorId: null,
        contentDigest: null,
        record: null,
        faults,
      };
    }
    const contentDigest = digestRecord(vault, record);
    const key = keyOf(record.vendorId, record.number);
    const first = standing.get(key);
    if (first !== undefined) {
      const fault = repeatedFault(first, contentDigest);
      return {
        ...base,
        outcome: outcomeOf(fault),
        vendorId: record.vendorId,
        contentDigest,
        record: null,
        faults: [fault],
      };
    }
    standing.set(key, contentDigest);
    return {
      ...base,
      outcome: LineOutcome.CLEAN,
      vendorId: record.vendorId,
      contentDigest,
      record: vault.seal(DataClass.STAGED_RECORD, JSON.stringify(record)),
      faults: [],
    };
  });
}

export const keyOf = (vendorId: string, number: string): string => `${vendorId} ${number}`;

/** The first clean line of each number of this chunk that an earlier chunk already holds. */
async function standingDigests(
  tx: EntityManager,
  batchId: string,
  lines: readonly CaseLine[],
): Promise<Map<string, string>> {
  const numbers = lines.flatMap(({ record }) => (record ? [record.number] : []));
  if (numbers.length === 0) return new Map();
  const rows: { vendor_id: string; number: string; content_digest: string }[] = await tx.execute(
    `select vendor_id, number, content_digest from import_line
      where batch_id = ? and outcome = 'CLEAN' and number in (${numbers.map(() => "?").join(", ")})`,
    [batchId, ...numbers],
  );
  return new Map(rows.map((row) => [keyOf(row.vendor_id, row.number), row.content_digest]));
}
