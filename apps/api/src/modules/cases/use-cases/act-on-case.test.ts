import { Role } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { expectOk, expectProblem } from "../../../../test/expect-result.ts";
import type { Caller } from "../../../platform/identity/caller.ts";
import type { WorkContext } from "../../../platform/orm/index.ts";
import { findCase } from "../persistence/case.repository.ts";
import { type AcceptedCase, acceptCase } from "./accept-case.ts";
import { actOnCase } from "./act-on-case.ts";
import { readBoard } from "./read-board.ts";

let installation: TestInstallation;
let now = Date.parse("2026-11-23T10:00:00+08:00");
const clock = { now: () => new Date(now) };
let clerk: Caller;
beforeAll(async () => {
  installation = await createTestInstallation(clock);
  const vendorId = await installation.vendorId("NMG");
  clerk = installation.caller({ roles: [Role.WINDOW_CLERK], vendorId });
});
afterAll(() => installation.close());

const minute = 60_000;
let counter = 0;
const materials = (changes: Partial<AcceptedCase> = {}): AcceptedCase => ({
  number: `L${(counter += 1)}`,
  channel: "ONSITE",
  requestKind: "NEW",
  applicantKind: "ORGANIZATION",
  applicantName: "某单位",
  identityNumber: "91110000802100433B",
  delivery: "PICKUP",
  handler: null,
  ...changes,
});
const as = (caller: Caller = clerk, key?: string): WorkContext => installation.as(caller, key);

async function accepted(changes: Partial<AcceptedCase> = {}): Promise<string> {
  return expectOk(await acceptCase(as(), materials(changes))).id;
}
async function standing(id: string) {
  const row = await findCase(as().em, as().scope, { id });
  if (!row) throw new Error("no such case");
  return row;
}
/** Does an act to the case as it stands. */
async function act(id: string, what: Parameters<typeof actOnCase>[2], caller: Caller = clerk) {
  const { version } = await standing(id);
  return actOnCase(as(caller), { id, version }, what);
}

describe("accepting a case", () => {
  it("starts its clock at the server's own time", async () => {
    const row = await standing(await accepted());
    expect(row.receivedAt.getTime()).toBe(now);
    expect(row.dueAt?.getTime()).toBe(now + 30 * minute);
    expect(row).toMatchObject({ clockState: "RUNNING", isOpen: true, regionCode: null });
  });

  it("names every field at fault and records nothing", async () => {
    const refused = await acceptCase(
      as(),
      materials({ number: "L-bad", applicantName: "", identityNumber: "123" }),
    );
    expect(refused).toMatchObject({
      error: {
        code: "INVALID_INPUT",
        faults: [{ field: "APPLICANT_NAME" }, { field: "IDENTITY_NUMBER" }],
      },
    });
    const rows = await installation.sql("select 1 from service_case where number = 'L-bad'");
    expect(rows).toEqual([]);
  });

  it("refuses a number that the vendor has used, also to the second of two at once", async () => {
    const twice = materials();
    const both = await Promise.all([acceptCase(as(), twice), acceptCase(as(), twice)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      error: { faults: [{ code: "NUMBER_TAKEN" }] },
    });
  });

  it("answers a repeated key with the first case", async () => {
    const input = materials();
    const first = expectOk(await acceptCase(as(clerk, "key-1"), input));
    expect(expectOk(await acceptCase(as(clerk, "key-1"), input))).toEqual(first);
  });

  it("is for a vendor's own people", async () => {
    const manager = installation.caller({ roles: [Role.HALL_MANAGER] });
    expectProblem(await acceptCase(as(manager), materials()), "ROLE_MISSING");
  });
});

describe("acting on a case", () => {
  it("stops the clock for a pause and moves its deadline by as much", async () => {
    const id = await accepted();
    const received = now;
    now += 10 * minute;
    expectOk(await act(id, { act: "PAUSE", reason: "APPLICANT_MATERIALS" }));
    expect(await standing(id)).toMatchObject({
      clockState: "PAUSED",
      dueAt: null,
      breachesAt: null,
    });
    now += 60 * minute;
    expectOk(await act(id, { act: "RESUME" }));
    const resumed = await standing(id);
    expect(resumed.dueAt?.getTime()).toBe(received + 90 * minute);
    now += 20 * minute;
    expectOk(await act(id, { act: "COMPLETE" }));
    expect(await standing(id)).toMatchObject({
      clockState: "MET",
      elapsedMs: 30 * minute,
      isOpen: false,
    });
  });

  it("ends an open pause with completion", async () => {
    const id = await accepted();
    now += minute;
    expectOk(await act(id, { act: "PAUSE", reason: "PLATFORM_OUTAGE" }));
    now += 90 * minute;
    expectOk(await act(id, { act: "COMPLETE" }));
    expect(await standing(id)).toMatchObject({
      clockState: "MET",
      elapsedMs: minute,
      pausedMs: 90 * minute,
    });
    const [pause] = await installation.sql<{ to_at: Date }>(
      "select to_at from case_pause where case_id = $1",
      [id],
    );
    expect(pause?.to_at.getTime()).toBe(now);
  });

  it("keeps a breach that completion comes too late for", async () => {
    const id = await accepted();
    now += 30 * minute + 1;
    expectOk(await act(id, { act: "COMPLETE" }));
    expect(await standing(id)).toMatchObject({
      clockState: "BREACHED",
      elapsedMs: 30 * minute + 1,
    });
  });

  it("lets the first of two clerks act and tells the second", async () => {
    const id = await accepted();
    const { version } = await standing(id);
    const both = await Promise.all([
      actOnCase(as(), { id, version }, { act: "COMPLETE" }),
      actOnCase(as(), { id, version }, { act: "PAUSE", reason: "APPLICANT_ABSENT" }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      error: { code: "CHANGED_MEANWHILE", caseId: id },
    });
  });

  it("refuses what does not fit, other vendors, and cases that are not there, and changes nothing", async () => {
    const id = await accepted();
    const before = await standing(id);
    expectProblem(await act(id, { act: "RESUME" }), "ACT_DOES_NOT_FIT");
    expectProblem(await act(id, { act: "HAND_OVER" }), "ACT_DOES_NOT_FIT");
    const other = installation.caller({
      roles: [Role.WINDOW_CLERK],
      vendorId: await installation.vendorId("XS"),
    });
    expectProblem(await act(id, { act: "COMPLETE" }, other), "NOT_FOUND");
    const absent = { id: "01a209b2-94bb-7415-99c5-a88772a4e908", version: 1 };
    expectProblem(await actOnCase(as(), absent, { act: "COMPLETE" }), "NOT_FOUND");
    expect((await standing(id)).version).toBe(before.version);
  });

  it("hands over what is picked up, and mails an online case within its clock", async () => {
    const picked = await accepted();
    expectOk(await act(picked, { act: "COMPLETE" }));
    expectOk(await act(picked, { act: "HAND_OVER" }));
    expectProblem(await act(picked, { act: "HAND_OVER" }), "ACT_DOES_NOT_FIT");
    const mailed = await accepted({ channel: "ONLINE", delivery: "MAIL" });
    expectOk(await act(mailed, { act: "COMPLETE" }));
    expect(await standing(mailed)).toMatchObject({
      completion: "MET",
      mailing: "RUNNING",
      isOpen: true,
    });
    expectOk(await act(mailed, { act: "MAIL", trackingNumber: "SF1" }));
    const { trackingSealed, ...row } = await standing(mailed);
    expect(row).toMatchObject({ clockState: "MET", isOpen: false });
    expect(installation.vault.open(trackingSealed!)).toBe("SF1");
  });
});

describe("the board", () => {
  it("shows what is open, most urgent first, paused ones last, each vendor its own", async () => {
    const fresh = await createTestInstallation(clock);
    try {
      const people = async (code: string): Promise<WorkContext> =>
        fresh.as(
          fresh.caller({ roles: [Role.WINDOW_CLERK], vendorId: await fresh.vendorId(code) }),
        );
      const nmg = await people("NMG");
      const xs = await people("XS");
      const accept = async (context: WorkContext) =>
        expectOk(await acceptCase(context, materials())).id;
      const late = await accept(nmg);
      now += 15 * minute;
      const paused = await accept(nmg);
      expectOk(
        await actOnCase(
          nmg,
          { id: paused, version: 1 },
          { act: "PAUSE", reason: "APPLICANT_ABSENT" },
        ),
      );
      now += 16 * minute;
      const fine = await accept(xs);
      const all = await readBoard(fresh.as());
      expect(all.onsite.map((entry) => entry.case.id)).toEqual([late, fine, paused]);
      expect(all.onsite.map(({ remainingMs }) => remainingMs)).toEqual([
        -minute,
        30 * minute,
        30 * minute,
      ]);
      expect(all.onsite[0]?.case.state).toBe("BREACHED");
      expect(all.onsite[2]?.openPause?.reason).toBe("APPLICANT_ABSENT");
      expect((await readBoard(xs)).onsite.map((entry) => entry.case.id)).toEqual([fine]);
    } finally {
      await fresh.close();
    }
  });

  it("knows the hall's hours, the cut-off and the end of the day", async () => {
    now = Date.parse("2026-11-24T09:00:00+08:00");
    const board = await readBoard(as());
    expect(board.day).toBe("2026-11-24");
    expect(board.opening?.map(({ from }) => from.toISOString())).toEqual([
      "2026-11-24T00:30:00.000Z",
      "2026-11-24T06:30:00.000Z",
    ]);
    expect(board.cutoffAt.toISOString()).toBe("2026-11-24T09:30:00.000Z");
    expect(board.dayEndsAt.toISOString()).toBe("2026-11-24T16:00:00.000Z");
  });
});
