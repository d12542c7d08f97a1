import { Role } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { expectOk, expectProblem } from "../../../../test/expect-result.ts";
import type { Caller } from "../../../platform/identity/caller.ts";
import { changeCalendar } from "./change-calendar.ts";
import { previewCalendarChange } from "./preview-change.ts";
import { loadRuleBook } from "./rule-book.ts";

let installation: TestInstallation;
let admin: Caller;
beforeAll(async () => {
  installation = await createTestInstallation();
  admin = installation.caller({ roles: [Role.CENTRE_ADMINISTRATOR] });
});
afterAll(() => installation.close());

const dayOff = (date: string) => [{ days: { from: date, to: date, as: "DAY_OFF" as const } }];
const newest = async () => (await loadRuleBook(installation.as().em.fork())).calendar;
const change = async (date: string, seenNumber: number, caller: Caller = admin, key?: string) =>
  changeCalendar(installation.as(caller, key), {
    seenNumber,
    edits: dayOff(date),
    reason: "停电检修",
  });

describe("changing the calendar", () => {
  it("makes the next version and leaves the one before as it was", async () => {
    const { id, number, calendar } = await newest();
    expect(expectOk(await change("2026-11-26", number))).toEqual({ number: number + 1 });
    const book = await loadRuleBook(installation.as().em.fork());
    expect(book.calendar.calendar.spec.daysOff).toContain("2026-11-26");
    expect(book.calendarVersion(id).calendar.spec).toEqual(calendar.spec);
  });

  it("keeps who, when and why, with the version and in the audit", async () => {
    const { number } = await newest();
    expectOk(await change("2026-11-27", number));
    const [version] = await installation.sql<{ created_by: string; reason: string }>(
      "select created_by, reason from calendar_version order by number desc limit 1",
    );
    expect(version).toEqual({ created_by: admin.actor?.id, reason: "停电检修" });
    const [entry] = await installation.sql<{ act: string; body: string }>(
      "select act, body from audit_entry order by sequence desc limit 1",
    );
    expect(entry?.act).toBe("calendar.change");
    expect(entry?.body).toContain("停电检修");
    expect(entry?.body).toContain(`"as":"DAY_OFF"`);
  });

  it("lets the first of two editors win and tells the second", async () => {
    const { number } = await newest();
    const both = await Promise.all([change("2026-12-01", number), change("2026-12-02", number)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expectProblem(both.find(({ ok }) => !ok) ?? both[0], "CHANGED_MEANWHILE");
    expect((await newest()).number).toBe(number + 1);
  });

  it("answers a repeated key with the version it made, and makes no second one", async () => {
    const { number } = await newest();
    const first = expectOk(await change("2026-12-03", number, admin, "same"));
    expect(expectOk(await change("2026-12-03", number, admin, "same"))).toEqual(first);
    expect((await newest()).number).toBe(number + 1);
  });

  it("names what is at fault and writes nothing", async () => {
    const { number } = await newest();
    const refused = await change("2027-01-04", number);
    expect(refused).toMatchObject({
      error: {
        code: "INVALID_INPUT",
        error: { path: "/edits/0/days/from", reason: "BEYOND_COVERAGE" },
      },
    });
    expect((await newest()).number).toBe(number);
  });

  it.each([
    [Role.HALL_MANAGER, "ROLE_MISSING"],
    [Role.AUDITOR, "AUDITOR_CHANGES_NOTHING"],
  ])("is not for a %s, nor is its preview", async (role, code) => {
    const other = installation.caller({ roles: [role] });
    const { number } = await newest();
    expectProblem(await change("2026-12-04", number, other), code);
    const input = { seenNumber: number, edits: dayOff("2026-12-04") };
    expectProblem(await previewCalendarChange(installation.as(other), input), code);
  });
});

describe("the preview of a change", () => {
  it("names the days that would change and writes nothing", async () => {
    const { number } = await newest();
    const audited = await installation.sql("select from audit_entry");
    const input = { seenNumber: number, edits: dayOff("2026-12-07") };
    const preview = expectOk(await previewCalendarChange(installation.as(admin), input));
    expect(preview).toMatchObject({
      number: number + 1,
      counts: { days: 1, closes: 1, past: 0 },
      days: [{ date: "2026-12-07", before: { kind: "WORKDAY" }, after: { kind: "DAY_OFF" } }],
    });
    expect((await newest()).number).toBe(number);
    expect(await installation.sql("select from audit_entry")).toHaveLength(audited.length);
  });

  it("is refused once somebody else was first", async () => {
    const { number } = await newest();
    const input = { seenNumber: number - 1, edits: dayOff("2026-12-07") };
    expectProblem(await previewCalendarChange(installation.as(admin), input), "CHANGED_MEANWHILE");
  });
});
