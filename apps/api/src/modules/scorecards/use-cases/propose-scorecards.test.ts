import { answerText, ok } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { caseFile } from "../../../../test/case-file.ts";
import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { expectOk, expectProblem } from "../../../../test/expect-result.ts";
import { importFile } from "../../../../test/import-file.ts";
import { movableClock } from "../../../../test/movable-clock.ts";
import { createSampleInstallation, sample } from "../../../../test/sample.ts";
import { perform } from "../../../platform/orm/index.ts";
import { undoImport } from "../../cases/index.ts";
import { Scorecard } from "../persistence/scorecard.entity.ts";
import { hasSettledScorecard } from "./has-settled-scorecard.ts";
import { listScorecards } from "./list-scorecards.ts";
import { proposeScorecards } from "./propose-scorecards.ts";

const quarter = "2026Q3";
let installation: TestInstallation;
beforeAll(async () => {
  installation = await createSampleInstallation();
});
afterAll(() => installation.close());

const propose = (which = quarter) => proposeScorecards(installation.as(), which);
const forms = () => listScorecards(installation.as(), { quarter });
const evaluator = () => installation.as(installation.caller({ roles: ["EVALUATOR"] }));

describe("a proposal for the sample quarter", () => {
  it("answers for both vendors what the evidence says, and nothing where there is none", async () => {
    expectOk(await propose());
    const proposed = await forms();
    expect(proposed.map(({ vendorName }) => vendorName)).toEqual(["内蒙古CA", "江苏翔晟CA"]);
    for (const { vendorName, state, rows } of proposed) {
      const wanted = sample.expected.vendors[vendorName]!;
      expect(state).toBe("PROPOSED");
      expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      const assessed = rows.filter(({ value }) => value !== "NOT_ASSESSED");
      expect(assessed).toMatchObject([
        { row: 4, value: "YES", favourable: true },
        {
          row: 8,
          value: "YES",
          favourable: false,
          facts: { assessable: wanted.onsite, breached: wanted.onsiteBreached },
        },
        {
          row: 9,
          value: "NO",
          favourable: false,
          facts: { assessable: wanted.online, breached: wanted.onlineBreached },
        },
      ]);
      for (const row of rows) expect(row.text.startsWith(row.answer)).toBe(true);
      for (const row of rows)
        expect(row.answer).toBe(answerText({ ...row, row: row.row }, "zh-CN"));
    }
  });

  it("says in its cells how many, how long at most, and what kind of delay", async () => {
    const texts = (await forms()).map(({ rows }) => [rows[7]?.text, rows[8]?.text]);
    expect(texts).toEqual([
      [
        "是。现场办理591件，超时20件，最长78分34秒。",
        "否。在线办理183件，逾期3件（办结逾期0件、寄出逾期3件）。",
      ],
      [
        "是。现场办理365件，超时34件，最长89分25秒。",
        "否。在线办理189件，逾期7件（办结逾期2件、寄出逾期6件）。",
      ],
    ]);
  });

  it("made again is the same form, with the same answers", async () => {
    const before = await forms();
    const { scorecardIds } = expectOk(await propose());
    const after = await forms();
    expect(scorecardIds.toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    expect(after.map(({ id, revision, rows }) => ({ id, revision, rows }))).toEqual(
      before.map(({ id, revision, rows }) => ({ id, revision, rows })),
    );
  });

  it("made again after another import counts that import too", async () => {
    const lines = [1, 2, 3].map((index) => ({ 受理编号: `LATER${index}` }));
    const { batchId } = await importFile(installation, await caseFile(lines));
    const onsite = async () => {
      expectOk(await propose());
      return (await forms())[0]?.rows[7]?.facts;
    };
    const known = sample.expected.vendors["内蒙古CA"]!;
    expect(await onsite()).toMatchObject({ assessable: known.onsite + 3 });
    expectOk(await undoImport(installation.as(), batchId, hasSettledScorecard));
    expect(await onsite()).toMatchObject({ assessable: known.onsite });
  });

  it("counts a case for the quarter in which it falls due", async () => {
    expectOk(await propose("2026Q4"));
    const [first] = await listScorecards(installation.as(), { quarter: "2026Q4" });
    expect(first?.rows[8]).toMatchObject({ facts: { assessable: 1 } });
  });
});

describe("a form under review", () => {
  it("stays as it is when a proposal is made again, and keeps its evidence from being undone", async () => {
    const later = await importFile(installation, await caseFile([{ 受理编号: "REVIEWED" }]));
    expectOk(await propose());
    const vendorId = await installation.vendorId("NMG");
    await perform(installation.as(), "test.begin-review", null, async ({ tx }) => {
      const form = await tx.findOneOrFail(Scorecard, { vendorId, quarter });
      form.state = "UNDER_REVIEW";
      return ok(null);
    });
    const [reviewed, open] = await forms();
    await importFile(installation, await caseFile([{ 受理编号: "TOO-LATE" }]));
    expectOk(await propose());
    expect((await forms())[0]).toEqual(reviewed);
    expect((await forms())[1]?.proposedAt).toBe(open?.proposedAt);
    expectProblem(
      await undoImport(installation.as(), later.batchId, hasSettledScorecard),
      "IMPORT_IN_USE",
    );
  });
});

describe("a quarter", () => {
  it.each([
    ["QUARTER_NOT_VALID", "2026Q5"],
    ["QUARTER_NOT_VALID", "2026-Q3"],
    ["QUARTER_NOT_VALID", ""],
    ["QUARTER_OUT_OF_SCOPE", "2024Q1"],
    ["QUARTER_NOT_BEGUN", "2027Q1"],
  ])("is refused as %s: %j", async (code, name) => {
    expectProblem(await propose(name), code);
  });

  it("begins with the first local day: not a moment before", async () => {
    const clock = movableClock("2026-12-31T23:59:59.999+08:00");
    const fresh = await createTestInstallation(clock);
    try {
      expectProblem(await proposeScorecards(fresh.as(), "2027Q1"), "QUARTER_NOT_BEGUN");
      clock.advance({ ms: 1 });
      const { scorecardIds } = expectOk(await proposeScorecards(fresh.as(), "2027Q1"));
      expect(scorecardIds).toHaveLength(2);
    } finally {
      await fresh.close();
    }
  });

  it("in which the regulation began is proposed for its days in force", async () => {
    expectOk(await propose("2024Q3"));
  });
});

describe("proposing", () => {
  it("is the evaluator's: others are told that their role does not permit it", async () => {
    expectOk(await proposeScorecards(evaluator(), "2026Q2"));
    const hall = installation.as(installation.caller({ roles: ["HALL_MANAGER"] }));
    expectProblem(await proposeScorecards(hall, quarter), "ROLE_MISSING");
    const both = installation.caller({ roles: ["EVALUATOR", "AUDITOR"] });
    expectProblem(
      await proposeScorecards(installation.as(both), quarter),
      "AUDITOR_CHANGES_NOTHING",
    );
  });

  it("by two at once makes one form a vendor", async () => {
    await Promise.all([propose("2025Q1"), propose("2025Q1"), propose("2025Q1")]);
    const made = await installation.sql("select from scorecard where quarter = '2025Q1'");
    expect(made).toHaveLength(2);
  });
});
