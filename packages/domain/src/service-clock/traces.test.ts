import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/calendar.ts";
import { ordinaryCalendar } from "../calendar/ordinary-calendar.ts";
import { parseInstant } from "../input/instant-text.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import type { PolicyParameters } from "../regulation/policy.ts";
import { assessOnline } from "./online.ts";
import type { OnlineFacts } from "./online-facts.ts";
import { assessOnsite } from "./onsite.ts";
import type { OnsiteFacts } from "./onsite-facts.ts";

const MINUTE = 60_000;
/** Monday, 2 September 2024, in Xilingol. */
const at = (clock: string): number => parseInstant(`2024-09-02T${clock}:00+08:00`) ?? Number.NaN;
const policy = (values: Partial<PolicyParameters>) => ({
  ...defaultPolicy,
  parameters: { ...defaultPolicy.parameters, ...values },
});
const receivedAt = at("09:00");
const limitMs = 30 * MINUTE;
const pause = (from: string, to: string | null, voided = false) => ({
  from: at(from),
  to: to === null ? null : at(to),
  reason: "PAYMENT_FAILED" as const,
  voided,
});

function onsite(
  facts: Partial<OnsiteFacts>,
  asOf: string,
  values: Partial<PolicyParameters> = {},
  calendar = ordinaryCalendar,
) {
  const given = { receivedAt, pauses: [], ...facts };
  const assessed = assessOnsite(given, policy(values), calendar, at(asOf));
  if (!assessed.ok) throw new Error(assessed.error.path);
  return assessed.value;
}

describe("the trace of an on-site clock", () => {
  it("tells every step of a case that ran its course, each with its clause", () => {
    const pauses = [
      pause("09:20", "09:25"),
      pause("08:50", "09:05"),
      pause("09:10", "09:12", true),
      pause("09:50", "10:30"),
      pause("11:00", "11:10"),
    ];
    const facts = {
      arrivedAt: at("08:40"),
      cancelledAt: at("09:55"),
      completedAt: at("10:00"),
      pauses,
    };
    const counted = (index: number, minutes: number) => ({
      from: pauses[index]?.from,
      to: pauses[index]?.to,
      reason: "PAYMENT_FAILED",
      countedMs: minutes * MINUTE,
    });
    const step = (code: string, when: number | null, told: object, clause = "5.2") => ({
      code,
      at: when,
      clause,
      facts: told,
    });
    const pausedMs = 20 * MINUTE;
    expect(onsite(facts, "12:00").trace()).toEqual([
      step("ARRIVED", at("08:40"), { waitMs: 20 * MINUTE }),
      step("MATERIALS_RECEIVED", receivedAt, { limitMs, counting: "WALL" }),
      step("PAUSE_CLIPPED", at("08:50"), counted(1, 5)),
      step("PAUSE_VOIDED", at("09:10"), counted(2, 0)),
      step("PAUSE_COUNTED", at("09:20"), counted(0, 5)),
      step("PAUSE_CLIPPED", at("09:50"), counted(3, 10)),
      step("PAUSE_OUTSIDE", at("11:00"), counted(4, 0)),
      step("DUE", at("09:40"), { limitMs, pausedMs }),
      step("CANCELLED", at("09:55"), { completed: true }),
      step("COMPLETED", at("10:00"), { afterCancellation: true }),
      step("OTHER_COUNTING", at("09:40"), {
        counting: "BUSINESS",
        state: "BREACHED",
        elapsedMs: 40 * MINUTE,
        differs: false,
      }),
      step("ONSITE_VERDICT", at("10:00"), {
        state: "BREACHED",
        elapsedMs: 40 * MINUTE,
        pausedMs,
        remainingMs: -10 * MINUTE,
        limitMs,
        counting: "WALL",
        startedAt: receivedAt,
        endedAt: at("10:00"),
        endedBy: "COMPLETION",
      }),
    ]);
  });
  it("tells of an open case under an open pause that its deadline is unknown", () => {
    const steps = onsite({ pauses: [pause("09:20", null)] }, "10:00").trace();
    expect(steps.map((step) => step.code)).toEqual([
      "MATERIALS_RECEIVED",
      "PAUSE_OPEN",
      "DUE_UNKNOWN",
      "STILL_OPEN",
      "OTHER_COUNTING",
      "ONSITE_VERDICT",
    ]);
    expect(steps[1]).toMatchObject({ facts: { to: null, countedMs: 40 * MINUTE } });
    expect(steps[2]).toEqual({ code: "DUE_UNKNOWN", at: null, clause: "5.2", facts: { limitMs } });
    expect(steps[3]).toEqual({ code: "STILL_OPEN", at: at("10:00"), clause: null, facts: {} });
    expect(steps[5]).toMatchObject({ facts: { endedBy: "AS_OF", state: "PAUSED" } });
  });
  it("clips a pause at either end, and leaves out one that touches an end only", () => {
    const codes = (from: string, to: string): string | undefined =>
      onsite({ completedAt: at("09:30"), pauses: [pause(from, to)] }, "12:00").trace()[1]?.code;
    expect(codes("09:00", "09:30")).toBe("PAUSE_COUNTED");
    expect(codes("08:59", "09:10")).toBe("PAUSE_CLIPPED");
    expect(codes("09:20", "09:31")).toBe("PAUSE_CLIPPED");
    expect(codes("08:50", "09:00")).toBe("PAUSE_OUTSIDE");
    expect(codes("09:30", "09:40")).toBe("PAUSE_OUTSIDE");
  });
  it("tells no wait of somebody who came later than the materials", () => {
    const [first] = onsite({ arrivedAt: at("09:05") }, "10:00").trace();
    expect(first).toMatchObject({ code: "ARRIVED", facts: { waitMs: 0 } });
  });
  it("tells whether a completion came after a cancellation", () => {
    const after = (cancelled: string) =>
      onsite({ cancelledAt: at(cancelled), completedAt: at("09:10") }, "12:00")
        .trace()
        .find((step) => step.code === "COMPLETED")?.facts;
    expect(after("09:09")).toEqual({ afterCancellation: true });
    expect(after("09:10")).toEqual({ afterCancellation: false });
    const [, , only] = onsite({ completedAt: at("09:10") }, "12:00").trace();
    expect(only).toMatchObject({ code: "COMPLETED", facts: { afterCancellation: false } });
    const [, , cancelled] = onsite({ cancelledAt: at("09:10") }, "12:00").trace();
    expect(cancelled).toMatchObject({ code: "CANCELLED", facts: { completed: false } });
  });
  it("tells the other way of counting, whether it differs, or that nobody knows it", () => {
    const other = (...given: Parameters<typeof onsite>) =>
      onsite(...given)
        .trace()
        .find((step) => step.code === "OTHER_COUNTING");
    const lunch = { receivedAt: at("11:50"), completedAt: at("14:40") };
    expect(other(lunch, "15:00")).toMatchObject({
      at: at("14:50"),
      facts: { counting: "BUSINESS", state: "MET", elapsedMs: 20 * MINUTE, differs: true },
    });
    expect(other(lunch, "15:00", { onsiteCounting: "BUSINESS" })).toMatchObject({
      at: at("12:20"),
      facts: { counting: "WALL", state: "BREACHED", elapsedMs: 170 * MINUTE, differs: true },
    });
    const bound = createCalendar({
      ...ordinaryCalendar.spec,
      coverage: { from: "2023-01-01", to: "2023-12-31" },
    });
    if (!bound.ok) throw new Error("no calendar");
    expect(other({}, "09:10", {}, bound.value)).toEqual({
      code: "OTHER_COUNTING",
      at: null,
      clause: "5.2",
      facts: { counting: "BUSINESS", state: null, elapsedMs: null, differs: null },
    });
    const paused = { pauses: [pause("12:00", null)] };
    const far = { onsiteLimitMinutes: 300, onsiteCounting: "WALL" } as const;
    expect(other(paused, "09:10", far)).toMatchObject({ at: null, facts: { state: "RUNNING" } });
  });
});

describe("an on-site clock", () => {
  it("is open until it is completed or cancelled", () => {
    const ended = { completedAt: at("09:10") };
    expect(onsite({}, "09:10")).toMatchObject({ isOpen: true, endedBy: "AS_OF" });
    expect(onsite(ended, "09:10")).toMatchObject({ isOpen: false, endedBy: "COMPLETION" });
    expect(onsite({ cancelledAt: at("09:20") }, "09:10")).toMatchObject({
      isOpen: false,
      endedBy: "CANCELLATION",
      endedAt: at("09:20"),
      breachesAt: null,
    });
  });
});

describe("the trace of an online clock", () => {
  const online = (facts: Partial<OnlineFacts>, values: Partial<PolicyParameters> = {}) => {
    const given = { receivedAt: at("17:30"), delivery: "MAIL" as const, ...facts };
    const assessed = assessOnline(given, policy(values), ordinaryCalendar, at("18:00"));
    if (!assessed.ok) throw new Error(assessed.error.path);
    return assessed.value;
  };
  const DAY = 86_400_000;
  const dueAt = at("00:00") + 2 * DAY;

  it("tells every step, each with its clause", () => {
    const facts = {
      completedAt: dueAt - 1,
      mailedAt: dueAt + MINUTE,
      cancelledAt: dueAt + 2 * MINUTE,
    };
    const step = (code: string, when: number | null, told: object) => ({
      code,
      at: when,
      clause: "5.3",
      facts: told,
    });
    expect(online(facts).trace()).toEqual([
      step("SUBMISSION_RECEIVED", at("17:30"), { cutoff: "17:30", afterCutoff: true }),
      step("DUE_DAY", null, { dueDay: "2024-09-03", nextDay: "CALENDAR", afterCutoff: true }),
      step("OTHER_DUE_DAY", null, {
        nextDay: "WORKDAY",
        otherDueDay: "2024-09-03",
        differs: false,
      }),
      step("DAY_ENDS", dueAt, { dueDay: "2024-09-03" }),
      step("CANCELLED", dueAt + 2 * MINUTE, { completed: true }),
      step("COMPLETION_JUDGED", dueAt - 1, { state: "MET", lateMs: 0 }),
      step("MAILING_JUDGED", dueAt + MINUTE, {
        state: "BREACHED",
        lateMs: MINUTE,
        delivery: "MAIL",
      }),
      step("ONLINE_VERDICT", null, {
        state: "BREACHED",
        completion: "MET",
        mailing: "BREACHED",
        dueDay: "2024-09-03",
        dueAt,
        startedAt: at("17:30"),
        ...facts,
      }),
    ]);
  });
  it("leaves out a cancellation that was not, and is late by nothing where nothing happened", () => {
    const steps = online({}, { onlineNextDay: "WORKDAY" }).trace();
    expect(steps.map((step) => step.code)).toEqual([
      "SUBMISSION_RECEIVED",
      "DUE_DAY",
      "OTHER_DUE_DAY",
      "DAY_ENDS",
      "COMPLETION_JUDGED",
      "MAILING_JUDGED",
      "ONLINE_VERDICT",
    ]);
    expect(steps[2]).toMatchObject({ facts: { nextDay: "CALENDAR" } });
    expect(steps[4]).toEqual({
      code: "COMPLETION_JUDGED",
      at: null,
      clause: "5.3",
      facts: { state: "RUNNING", lateMs: 0 },
    });
    const missed = online({ cancelledAt: dueAt }).trace();
    expect(missed[4]).toMatchObject({ code: "CANCELLED", facts: { completed: false } });
    expect(missed[5]).toMatchObject({ facts: { state: "BREACHED", lateMs: 0 } });
  });
});
