import { randomUUID } from "node:crypto";

import { message, ruleErrorMessage } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import {
  changeDocument,
  dayOff,
  openRuleDesk,
  previewDocument,
  type RuleDesk,
} from "../rule-desk.ts";

let installation: TestInstallation;
let api: TestServer;
let desk: RuleDesk;
beforeAll(async () => {
  installation = await createTestInstallation();
  api = await createTestServer(installation);
  desk = await openRuleDesk(installation, api);
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

describe("the calendar", () => {
  it("is read by everybody who is signed in, and only who may edit is told so", async () => {
    const document = `{ calendar { number coverage { from to } createdBy permissions { edit { allowed } }
      weeks { from to hours { weekday intervals { from to } } } } }`;
    const { calendar } = await desk.ask(document, {}, desk.as("clerk"));
    expect(calendar).toMatchObject({
      number: 1,
      coverage: { from: "2024-01-01", to: "2026-12-31" },
      createdBy: null,
      permissions: { edit: { allowed: false } },
    });
    expect(calendar.weeks[0]?.hours[0]).toEqual({
      weekday: 1,
      intervals: [
        { from: "08:30", to: "12:00" },
        { from: "14:30", to: "17:30" },
      ],
    });
    expect((await desk.ask(document)).calendar.permissions.edit.allowed).toBe(true);
  });

  it("says of each day of a year what it is, and of what it does not cover that it is unknown", async () => {
    const document =
      "query ($year: Int!) { calendarYear(year: $year) { today days { date kind intervals { from } } } }";
    const { calendarYear } = await desk.ask(document, { year: 2026 }, desk.as("clerk"));
    expect(calendarYear.today).toBe("2026-11-23");
    expect(calendarYear.days).toHaveLength(365);
    const kindOn = (date: string) =>
      calendarYear.days.find(({ date: other }) => other === date)?.kind;
    expect(["2026-10-01", "2026-10-10", "2026-11-23", "2026-11-22"].map(kindOn)).toEqual([
      "DAY_OFF",
      "MAKE_UP",
      "WORKDAY",
      "WEEKEND",
    ]);
    const next = await desk.ask(document, { year: 2027 });
    expect(next.calendarYear.days[0]).toEqual({
      date: "2027-01-01",
      kind: "UNKNOWN",
      intervals: null,
    });
  });

  it.each([
    "{ calendar { number } }",
    "{ calendarYear(year: 2026) { year } }",
    "{ calendarVersions { edges { cursor } } }",
    `{ calendarDayHistory(date: "2026-11-26") { day { kind } } }`,
    "{ policyVersions { id } }",
  ])("is not for who is not signed in: %s", async (query) => {
    const { errors } = await api.execute(query);
    expect(errors[0]?.extensions["code"]).toBe("NOT_SIGNED_IN");
  });

  it("is changed by an edit, which its history keeps, page by page", async () => {
    const seenNumber = await desk.number();
    const input = { seenNumber, edits: dayOff("2026-11-26"), reason: " 停电检修 " };
    const { changeCalendar } = await desk.ask(changeDocument, { input });
    expect(changeCalendar).toMatchObject({
      __typename: "ChangeCalendarSuccess",
      calendar: { number: seenNumber + 1, reason: "停电检修", createdBy: "The person admin" },
    });
    const page = `query ($after: String, $last: Int, $before: String, $first: Int) {
      calendarVersions(first: $first, after: $after, last: $last, before: $before) {
        edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
    const first = (await desk.ask(page, { first: 1 })).calendarVersions;
    expect(first.edges[0]?.node.number).toBe(seenNumber + 1);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = (await desk.ask(page, { first: 1, after: first.pageInfo.endCursor }))[
      "calendarVersions"
    ];
    expect(second.edges[0]?.node.number).toBe(seenNumber);
    const back = (await desk.ask(page, { last: 1, before: second.edges[0]?.cursor }))
      .calendarVersions;
    expect(back.edges[0]?.node.number).toBe(seenNumber + 1);
  });

  it("tells how a day came to be what it is", async () => {
    const document = `query ($date: String!) { calendarDayHistory(date: $date) {
      day { kind } calendar { number reason } } }`;
    const { calendarDayHistory } = await desk.ask(
      document,
      { date: "2026-11-26" },
      desk.as("clerk"),
    );
    expect(calendarDayHistory).toEqual([
      { day: { kind: "DAY_OFF" }, calendar: { number: 2, reason: "停电检修" } },
      { day: { kind: "WORKDAY" }, calendar: { number: 1, reason: null } },
    ]);
    const { errors } = await api.execute(document, { date: "26 November" }, desk.as("clerk"));
    expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "date" });
  });

  it("is changed once however often a request with its key is sent", async () => {
    const seenNumber = await desk.number();
    const options = desk.as("admin", { "idempotency-key": randomUUID() });
    const input = { seenNumber, edits: dayOff("2026-11-30") };
    const first = await desk.ask(changeDocument, { input }, options);
    expect(await desk.ask(changeDocument, { input }, options)).toEqual(first);
    expect(await desk.number()).toBe(seenNumber + 1);
    const other = { input: { ...input, edits: dayOff("2026-12-01") } };
    expect((await desk.ask(changeDocument, other, options)).changeCalendar.code).toBe(
      "IDEMPOTENCY_KEY_REUSED",
    );
  });

  it("answers what is at fault, where and in the caller's language", async () => {
    const input = { seenNumber: await desk.number(), edits: dayOff("2027-05-01") };
    for (const [locale, document, field] of [
      ["en", changeDocument, "changeCalendar"],
      ["zh-CN", previewDocument, "calendarChangePreview"],
    ] as const) {
      const answer = await desk.ask(
        document,
        { input },
        desk.as("admin", { "accept-language": locale }),
      );
      expect(answer[field]).toEqual({
        __typename: "RuleFaultProblem",
        code: "INVALID_INPUT",
        message: message("INVALID_INPUT", locale),
        path: "/edits/0/days/from",
        reason: "BEYOND_COVERAGE",
        fault: ruleErrorMessage("BEYOND_COVERAGE", locale),
      });
    }
  });

  it("refuses an edit of a version that is no longer the newest, and who may not edit", async () => {
    const input = { seenNumber: (await desk.number()) - 1, edits: dayOff("2026-12-01") };
    const stale = { __typename: "RulesChangedProblem", code: "CHANGED_MEANWHILE" };
    expect((await desk.ask(changeDocument, { input })).changeCalendar).toMatchObject(stale);
    expect((await desk.ask(previewDocument, { input })).calendarChangePreview).toMatchObject(stale);
    const refused = { __typename: "NotAllowedProblem", code: "ROLE_MISSING" };
    for (const who of ["evaluator", "clerk"]) {
      const mutated = await desk.ask(changeDocument, { input }, desk.as(who));
      expect(mutated.changeCalendar).toMatchObject(refused);
      const previewed = await desk.ask(previewDocument, { input }, desk.as(who));
      expect(previewed.calendarChangePreview).toMatchObject(refused);
    }
    const nobody = await desk.ask(previewDocument, { input }, {});
    expect(nobody.calendarChangePreview.code).toBe("NOT_SIGNED_IN");
  });

  it.each([
    ["input.edits", { edits: 3 }],
    ["edits", { edits: [] }],
    ["edits", { edits: dayOff("2026-12-01-and-more") }],
    ["reason", { edits: dayOff("2026-12-01"), reason: "x".repeat(501) }],
  ])("names the field %s of a bad request", async (field, bad) => {
    const { errors } = await api.execute(
      changeDocument,
      { input: { seenNumber: 1, ...bad } },
      desk.as("admin"),
    );
    expect(errors[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    expect(String(errors[0]?.extensions["field"])).toContain(field);
  });
});

describe("the preview", () => {
  it("says what an edit would touch and what it would leave, and writes nothing", async () => {
    await installation.sql(
      `insert into scorecard (id, vendor_id, quarter, revision, state, policy_version_id, rows, proposed_at)
       select gen_random_uuid(), v.id, '2026Q3', 1, 'PROPOSED', p.id, '[]', now() from vendor v, policy_version p`,
    );
    const seenNumber = await desk.number();
    const edits = [
      { coverage: { from: "2024-01-01", to: "2027-12-31" } },
      { days: { from: "2027-01-01", to: "2027-01-03", as: "DAY_OFF" } },
      {
        days: {
          from: "2026-11-27",
          to: "2026-11-27",
          as: "SPECIAL",
          hours: [{ from: "08:30", to: "12:00" }],
        },
      },
    ];
    const { calendarChangePreview } = await desk.ask(previewDocument, {
      input: { seenNumber, edits },
    });
    expect(calendarChangePreview).toEqual({
      __typename: "CalendarChangePreview",
      number: seenNumber + 1,
      counts: { days: 366, closes: 0, newlyCovered: 365, past: 0 },
      days: [
        {
          before: { date: "2026-11-27", kind: "WORKDAY" },
          after: { kind: "SPECIAL", intervals: [{ from: "08:30", to: "12:00" }] },
        },
        ...["2027-01-01", "2027-01-02", "2027-01-03"].map((date) => ({
          before: { date, kind: "UNKNOWN" },
          after: { kind: "DAY_OFF", intervals: [] },
        })),
      ],
      reach: {
        openCases: 0,
        finishedCases: [],
        forms: [{ quarter: "2026Q3", count: 2 }],
        whatIf: { openToday: 0, otherDeadline: 0 },
      },
    });
    expect(await desk.number()).toBe(seenNumber);
  });
});
