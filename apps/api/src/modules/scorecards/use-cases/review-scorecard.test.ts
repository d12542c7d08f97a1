import { Role } from "@signet/domain";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

import { caseFile } from "../../../../test/case-file.ts";
import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { expectOk, expectProblem } from "../../../../test/expect-result.ts";
import { manyLines } from "../../../../test/http/import-client.ts";
import { importFile } from "../../../../test/import-file.ts";
import { movableClock } from "../../../../test/movable-clock.ts";
import { withinScope, type WorkContext } from "../../../platform/orm/index.ts";
import { undoImport } from "../../cases/index.ts";
import { exportScorecard } from "./export-scorecard.ts";
import { freezeScorecard } from "./freeze-scorecard.ts";
import { hasSettledScorecard } from "./has-settled-scorecard.ts";
import { listScorecards } from "./list-scorecards.ts";
import { proposeScorecards } from "./propose-scorecards.ts";
import {
  confirmRowOverride,
  rejectRowOverride,
  reviewScorecardRow,
} from "./review-scorecard-row.ts";
import { sendScorecard } from "./send-scorecard.ts";

const quarter = "2026Q3";
const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
let installation: TestInstallation;
let evaluator: WorkContext;
let second: WorkContext;
let leader: WorkContext;
const opened: TestInstallation[] = [];

beforeEach(async () => {
  installation = await createTestInstallation();
  opened.push(installation);
  const person = (...roles: Role[]): WorkContext => installation.as(installation.caller({ roles }));
  evaluator = person(Role.EVALUATOR);
  second = person(Role.SECOND_EVALUATOR);
  leader = person(Role.CENTRE_LEADER);
  expectOk(await proposeScorecards(evaluator, quarter));
});
afterAll(async () => {
  for (const one of opened) await one.close();
});

async function form(context: WorkContext = evaluator) {
  const [first] = await withinScope(context.scope, () => listScorecards(context, { quarter }));
  return first!;
}
const seen = async () => {
  const { id, version } = await form();
  return { id, version };
};
const override = async (row: (typeof rows)[number], value: "YES" | "NO", context = evaluator) =>
  reviewScorecardRow(context, await seen(), row, { kind: "override", value, reason: "现场核实" });
async function confirmAll(but: readonly number[] = []): Promise<void> {
  for (const row of rows.filter((one) => !but.includes(one)))
    expectOk(await reviewScorecardRow(evaluator, await seen(), row, { kind: "confirm" }));
}

describe("a form under review", () => {
  it("begins with the first row confirmed, says who decided, and is proposed anew no more", async () => {
    expectOk(await reviewScorecardRow(evaluator, await seen(), 8, { kind: "confirm" }));
    const { state, reviews, proposedAt, version } = await form();
    expect(state).toBe("UNDER_REVIEW");
    expect(reviews).toMatchObject([
      { row: 8, state: "CONFIRMED", value: null, decidedBy: evaluator.caller.actor!.id },
    ]);
    expectOk(await proposeScorecards(evaluator, quarter));
    expect(await form()).toMatchObject({ state, proposedAt, version, reviews });
  });

  it("keeps the evidence's answer until a second person has confirmed another", async () => {
    expectOk(await override(4, "YES"));
    expect((await form()).rows[3]).toMatchObject({ value: "NOT_ASSESSED" });
    expectOk(await confirmRowOverride(second, await seen(), 4));
    const { rows: standing, proposedRows } = await form();
    expect(standing[3]).toMatchObject({
      value: "YES",
      favourable: true,
      text: "是。经复核改判：现场核实。",
      answer: "是",
    });
    expect(proposedRows[3]).toMatchObject({ value: "NOT_ASSESSED", favourable: null });
    const exported = expectOk(
      await withinScope(evaluator.scope, async () =>
        exportScorecard(
          installation.orm.em.fork(),
          evaluator.caller,
          { id: (await form()).id },
          { answersOnly: false },
        ),
      ),
    );
    expect(exported.bytes.byteLength).toBeGreaterThan(1_000);
  });

  it("opens a row again that a second person turned down, or that is decided anew", async () => {
    expectOk(await override(8, "YES"));
    expectOk(await rejectRowOverride(second, await seen(), 8));
    expect((await form()).reviews).toEqual([]);
    expectOk(await override(8, "YES"));
    expectOk(await confirmRowOverride(second, await seen(), 8));
    expectOk(await reviewScorecardRow(evaluator, await seen(), 8, { kind: "confirm" }));
    expect((await form()).reviews).toMatchObject([
      { row: 8, state: "CONFIRMED", value: null, reason: null, secondedBy: null },
    ]);
  });

  it("never lets who proposed an answer confirm it, whatever roles they hold", async () => {
    const both = installation.as(
      installation.caller({ roles: [Role.EVALUATOR, Role.SECOND_EVALUATOR] }),
    );
    expectOk(await override(5, "NO", both));
    expectProblem(await confirmRowOverride(both, await seen(), 5), "OWN_ACT");
    expectProblem(await rejectRowOverride(both, await seen(), 5), "OWN_ACT");
    await expect(
      installation.sql("update scorecard_row_review set seconded_by = decided_by"),
    ).rejects.toThrow(/by_two/);
  });

  it("tells whoever comes second, and changes nothing", async () => {
    const before = await seen();
    expectOk(await reviewScorecardRow(evaluator, before, 1, { kind: "confirm" }));
    expectProblem(
      await reviewScorecardRow(evaluator, before, 2, { kind: "confirm" }),
      "CHANGED_MEANWHILE",
    );
    expect((await form()).reviews).toHaveLength(1);
    // Who may not act at all is told so, whatever has changed.
    expectProblem(await reviewScorecardRow(leader, before, 2, { kind: "confirm" }), "ROLE_MISSING");
  });

  it("is decided once by two at a time", async () => {
    const same = await seen();
    const outcomes = await Promise.all(
      rows.map((row) => reviewScorecardRow(evaluator, same, row, { kind: "confirm" })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await form()).reviews).toHaveLength(1);
  });
});

describe("sending and freezing", () => {
  it("wait for all ten rows, and for a second person where an answer was changed", async () => {
    await confirmAll([6]);
    expectProblem(await sendScorecard(evaluator, await seen()), "ROWS_NOT_REVIEWED");
    expectOk(await override(6, "YES"));
    expectProblem(await sendScorecard(evaluator, await seen()), "ROWS_NOT_REVIEWED");
    expectOk(await confirmRowOverride(second, await seen(), 6));
    expectProblem(await freezeScorecard(leader, await seen()), "SCORECARD_NOT_OPEN");
    expectOk(await sendScorecard(evaluator, await seen()));
    expectProblem(
      await reviewScorecardRow(evaluator, await seen(), 6, { kind: "confirm" }),
      "SCORECARD_NOT_OPEN",
    );
  });

  it("end in a form that carries the hash of what it rests on, and never changes again", async () => {
    await confirmAll();
    expectOk(await sendScorecard(evaluator, await seen()));
    expectProblem(await freezeScorecard(evaluator, await seen()), "ROLE_MISSING");
    expectOk(await freezeScorecard(leader, await seen()));
    const frozen = await form();
    expect(frozen).toMatchObject({ state: "FROZEN" });
    expect(frozen.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expectProblem(await freezeScorecard(leader, await seen()), "SCORECARD_NOT_OPEN");
    expectOk(await proposeScorecards(evaluator, quarter));
    expect(await form()).toEqual(frozen);
  });

  it("show the form to its vendor's manager once sent, and to nobody else's", async () => {
    const manager = async (code: string): Promise<WorkContext> => {
      const vendorId = await installation.vendorId(code);
      return installation.as(installation.caller({ roles: [Role.VENDOR_MANAGER], vendorId }));
    };
    const [own, other] = [await manager("NMG"), await manager("XS")];
    const formsOf = (one: WorkContext) =>
      withinScope(one.scope, () => listScorecards(one, { quarter }));
    expect(await formsOf(own)).toEqual([]);
    await confirmAll();
    expectOk(await sendScorecard(evaluator, await seen()));
    expect(await formsOf(own)).toHaveLength(1);
    expect(await formsOf(other)).toEqual([]);
    expectProblem(await freezeScorecard(other, await seen()), "NOT_FOUND");
  });

  it("refuse a leader who decided a row of the form", async () => {
    const everything = installation.caller({ roles: [Role.EVALUATOR, Role.CENTRE_LEADER] });
    const one = installation.as(everything);
    await confirmAll([10]);
    expectOk(await reviewScorecardRow(one, await seen(), 10, { kind: "confirm" }));
    expectOk(await sendScorecard(evaluator, await seen()));
    expectProblem(await freezeScorecard(one, await seen()), "OWN_ACT");
  });

  it("repeated under one key are done once", async () => {
    await confirmAll();
    const same = await seen();
    const retried = installation.as(evaluator.caller, "one-send");
    const first = expectOk(await sendScorecard(retried, same));
    expect(expectOk(await sendScorecard(retried, same))).toEqual(first);
    const acts = await installation.sql("select from audit_entry where act = 'scorecard.send'");
    expect(acts).toHaveLength(1);
  });
});

describe("a form whose evidence is undone", () => {
  it("goes into no review until it is proposed anew, neither half-way nor afterwards", async () => {
    const clock = movableClock("2026-11-23T09:00:00+08:00");
    const one = await createTestInstallation(clock);
    opened.push(one);
    const context = one.as(one.caller({ roles: [Role.EVALUATOR] }));
    const confirm = async () => {
      const { id, version } = await form(context);
      return reviewScorecardRow(context, { id, version }, 8, { kind: "confirm" });
    };
    const { batchId } = await importFile(one, await caseFile(manyLines("A", 1_100)));
    expectOk(await proposeScorecards(context, quarter));
    clock.advance({ minutes: 1 });
    const stop = new AbortController();
    const halfWay = { signal: stop.signal, onProgress: () => stop.abort() };
    const undo = expectOk(await undoImport(one.as(), batchId, hasSettledScorecard, halfWay));
    expect(undo.state).toBe("UNDOING");
    expectProblem(await confirm(), "EVIDENCE_UNDONE");
    expectOk(await undoImport(one.as(), batchId, hasSettledScorecard));
    expectProblem(await confirm(), "EVIDENCE_UNDONE");
    clock.advance({ minutes: 1 });
    expectOk(await proposeScorecards(context, quarter));
    expectOk(await confirm());
  });

  it("or the undo waits for the review that begins, and does not begin", async () => {
    const { batchId } = await importFile(installation, await caseFile(manyLines("A", 1)));
    expectOk(await proposeScorecards(evaluator, quarter));
    const wanted = await seen();
    const [reviewed, undone] = await Promise.all([
      reviewScorecardRow(evaluator, wanted, 8, { kind: "confirm" }),
      undoImport(installation.as(), batchId, hasSettledScorecard),
    ]);
    expect([reviewed.ok, undone.ok].filter(Boolean)).toHaveLength(1);
  });
});
