import { message } from "@signet/domain";
import { writeXlsx } from "hucre";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { fileOf, gb18030 } from "../../../../test/case-file.ts";
import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { dryRun, importFile } from "../../../../test/import-file.ts";
import { sample, sampleText } from "../../../../test/sample.ts";
import type { SealedText } from "../../../platform/keys/index.ts";
import type { ImportReport } from "./report-import.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation.close());

/** What stands of the cases, without what tells one import of them from another. */
const standing = async () => {
  const rows = await installation.sql<Record<string, SealedText | null>>(
    `select vendor_id, number, region_code, request_kind, applicant_kind, applicant_sealed, applicant_tokens, identity_masked, handler,
            channel, delivery, arrived_at, received_at, completed_at, mailed_at, tracking_sealed, fee_fen, note_sealed,
            clock_state, completion, mailing, due_at, breaches_at, other_due_at, readings_differ, elapsed_ms, paused_ms,
            counts_on, quarter, content_digest, encode(identity_index, 'hex') as identity_index,
            (select json_agg(json_build_array(from_at, to_at, reason) order by from_at) from case_pause where case_id = c.id) as pauses
       from service_case c order by vendor_id, number`,
  );
  // Sealed anew each time: what counts is what it opens to.
  const opened = (text: SealedText | null | undefined) => text && installation.vault.open(text);
  return rows.map((row) => ({
    ...row,
    applicant_sealed: opened(row["applicant_sealed"]),
    tracking_sealed: opened(row["tracking_sealed"]),
    note_sealed: opened(row["note_sealed"]),
  }));
};
const clear = () => installation.sql("delete from service_case");

/** What was refused, by number and in the words of the expectation. */
const refusals = ({ rejected }: ImportReport) =>
  rejected
    .map(({ number, faults: [first] }) => ({
      why: message(first!.code, "zh-CN", { field: first!.field }),
      no: number,
    }))
    .toSorted((a, b) => String(a.no).localeCompare(String(b.no)));

const expectedRefusals = sample.expected.faults
  .filter(({ why }) => !why.includes("跳过"))
  .toSorted((a, b) => a.no.localeCompare(b.no));

describe("the sample quarter", () => {
  it("is imported but for its faulty lines, each refused for its reason", async () => {
    const tried = await dryRun(installation, sample.path);
    const report = await importFile(installation, sample.path);
    expect(report).toMatchObject({
      state: "COMMITTED",
      read: sample.expected.rows,
      imported: sample.expected.clean,
      skipped: sample.expected.faults.length - expectedRefusals.length,
    });
    expect(refusals(report)).toEqual(expectedRefusals);
    expect({ ...report, state: "STAGED" }).toEqual(tried);
  });

  it("changes nothing when it comes again", async () => {
    const before = await standing();
    const report = await importFile(installation, sample.path);
    expect(report).toMatchObject({
      imported: 0,
      skipped: sample.expected.clean + 1,
      rejected: { length: expectedRefusals.length },
    });
    expect(await standing()).toEqual(before);
  });

  it("comes to what was worked out beforehand, vendor by vendor", async () => {
    const counted = await installation.sql<{ name: string }>(
      `select v.name,
              count(*) filter (where channel = 'ONSITE')::int as "onsite",
              count(*) filter (where channel = 'ONSITE' and clock_state = 'BREACHED')::int as "onsiteBreached",
              max(elapsed_ms) filter (where channel = 'ONSITE')::int as "onsiteLongestMs",
              count(*) filter (where channel = 'ONLINE' and quarter = '2026Q3')::int as "online",
              count(*) filter (where channel = 'ONLINE' and quarter = '2026Q3' and clock_state = 'BREACHED')::int as "onlineBreached",
              count(*) filter (where quarter = '2026Q3' and channel = 'ONLINE' and completion = 'BREACHED')::int as "completionBreached",
              count(*) filter (where quarter = '2026Q3' and channel = 'ONLINE' and mailing = 'BREACHED')::int as "mailingBreached",
              count(*) filter (where quarter = '2026Q4')::int as "nextQuarter"
         from service_case c join vendor v on v.id = c.vendor_id group by v.name`,
    );
    const byName = Object.fromEntries(counted.map(({ name, ...figures }) => [name, figures]));
    expect(byName).toEqual(sample.expected.vendors);
  });
});

describe("the same records", () => {
  let wanted: unknown[];
  beforeAll(async () => {
    await clear();
    await importFile(installation, sample.path);
    wanted = await standing();
  });
  beforeEach(async () => {
    await clear();
  });

  const rows = (): string[][] =>
    sampleText()
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));

  it("come in alike from a file in GB18030", async () => {
    const report = await importFile(installation, await fileOf(gb18030(sampleText())));
    expect(refusals(report)).toEqual(expectedRefusals);
    expect(await standing()).toEqual(wanted);
  });

  it("come in alike from a file with other columns between and its own in another order", async () => {
    const shuffled = rows().map((cells, line) => {
      const [first = "", ...rest] = cells.toReversed();
      const [title, text] = line === 0 ? ["网点", "序号"] : ["锡林浩特大厅", String(line)];
      return [title, first, ...rest, text].join(",");
    });
    const report = await importFile(installation, await fileOf(`${shuffled.join("\n")}\n`));
    expect(refusals(report)).toEqual(expectedRefusals);
    expect(await standing()).toEqual(wanted);
  });

  it("come in alike from a workbook whose times are dates and whose fees are numbers", async () => {
    const asCell = (text: string): string | number | Date | null => {
      if (text === "") return null;
      if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text))
        return new Date(`${text.replace(" ", "T")}Z`);
      return /^\d{1,4}$/.test(text) ? Number(text) : text;
    };
    const [heading = [], ...lines] = rows();
    const workbook = await writeXlsx({
      sheets: [{ name: "办件", rows: [heading, ...lines.map((cells) => cells.map(asCell))] }],
    });
    const report = await importFile(installation, await fileOf(workbook, "cases.xlsx"));
    expect(refusals(report)).toEqual(expectedRefusals);
    expect(await standing()).toEqual(wanted);
  });
});
