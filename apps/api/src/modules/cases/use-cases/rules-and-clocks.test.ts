import { Role } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { expectOk } from "../../../../test/expect-result.ts";
import type { Caller } from "../../../platform/identity/caller.ts";
import { announcePolicyVersion, changeCalendar, loadRuleBook } from "../../calendar/index.ts";
import { findCase } from "../persistence/case.repository.ts";
import { acceptCase } from "./accept-case.ts";
import { actOnCase } from "./act-on-case.ts";
import { judgeHypothesis } from "./judge-hypothesis.ts";
import { readBoard } from "./read-board.ts";

let installation: TestInstallation;
let admin: Caller;
let clerk: Caller;
/** A Friday evening after 17:30: the next working day is Monday the 30th. */
let now = Date.parse("2026-11-27T18:00:00+08:00");
beforeAll(async () => {
  installation = await createTestInstallation({ now: () => new Date(now) });
  admin = installation.caller({ roles: [Role.CENTRE_ADMINISTRATOR] });
  const vendorId = await installation.vendorId("NMG");
  clerk = installation.caller({ roles: [Role.WINDOW_CLERK], vendorId });
});
afterAll(() => installation.close());

const book = () => loadRuleBook(installation.as().em.fork());
let counter = 0;
async function accepted(channel: "ONSITE" | "ONLINE"): Promise<string> {
  const materials = {
    number: `R${(counter += 1)}`,
    requestKind: "NEW",
    applicantKind: "ORGANIZATION",
    applicantName: "某单位",
    identityNumber: "91110000802100433B",
    delivery: "PICKUP",
    handler: null,
  } as const;
  return expectOk(await acceptCase(installation.as(clerk), { ...materials, channel })).id;
}
async function standing(id: string) {
  const context = installation.as(clerk);
  const row = await findCase(context.em, context.scope, { id });
  if (!row) throw new Error("no such case");
  return row;
}
const endOf = (day: string): number => Date.parse(`${day}T24:00:00+08:00`);

describe("an edit of the calendar", () => {
  it("holds for clocks that start after it, and for no clock that runs", async () => {
    const before = await accepted("ONLINE");
    const started = await standing(before);
    expect(started.otherDueAt?.getTime()).toBe(endOf("2026-11-30"));

    const monday = { from: "2026-11-30", to: "2026-11-30", as: "DAY_OFF" } as const;
    const seenNumber = (await book()).calendar.number;
    expectOk(
      await changeCalendar(installation.as(admin), {
        seenNumber,
        edits: [{ days: monday }],
        reason: null,
      }),
    );

    const after = await standing(await accepted("ONLINE"));
    expect(after.otherDueAt?.getTime()).toBe(endOf("2026-12-01"));
    expect(after.calendarVersionId).not.toBe(started.calendarVersionId);

    expectOk(
      await actOnCase(
        installation.as(clerk),
        { id: before, version: started.version },
        {
          act: "COMPLETE",
        },
      ),
    );
    expect(await standing(before)).toMatchObject({
      calendarVersionId: started.calendarVersionId,
      otherDueAt: new Date(endOf("2026-11-30")),
      clockState: "MET",
    });
  });
});

describe("announced values", () => {
  it("time what is received from their first day on, and the day's cut-off with it", async () => {
    const before = await standing(await accepted("ONSITE"));
    expectOk(
      await announcePolicyVersion(installation.as(admin), {
        newestId: (await book()).newestPolicy.id,
        validFrom: "2026-12-01",
        values: [
          { key: "onsiteLimitMinutes", value: "20" },
          { key: "onlineCutoff", value: "16:00" },
        ],
        reason: null,
      }),
    );
    const sameDay = await standing(await accepted("ONSITE"));
    expect(sameDay.policyVersionId).toBe(before.policyVersionId);
    expect((await readBoard(installation.as(clerk))).cutoffAt).toEqual(
      new Date("2026-11-27T17:30:00+08:00"),
    );

    now = Date.parse("2026-12-01T09:00:00+08:00");
    const later = await standing(await accepted("ONSITE"));
    expect(later.dueAt?.getTime()).toBe(now + 20 * 60_000);
    expect((await readBoard(installation.as(clerk))).cutoffAt).toEqual(
      new Date("2026-12-01T16:00:00+08:00"),
    );
    expect((await standing(before.id)).dueAt).toEqual(before.dueAt);
  });
});

describe("the question what if", () => {
  it("counts the open cases of today that would be due at another instant, and changes none", async () => {
    const found = await book();
    const id = await accepted("ONSITE");
    await accepted("ONLINE");
    const before = await standing(id);
    const policy = found.newestPolicy;
    const parameters = { ...policy.parameters, onsiteLimitMinutes: 10 };
    const hypothesis = { book: found, calendar: null, policy: { ...policy, parameters } };
    expect(await judgeHypothesis(installation.as(admin), hypothesis)).toEqual({
      openToday: 3,
      otherDeadline: 2,
    });
    expect(await standing(id)).toEqual(before);
  });
});
