import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/calendar.ts";
import type { CalendarSpec } from "../calendar/calendar-spec.ts";
import { parseLocalDateTime } from "../calendar/local-date-time.ts";
import { ordinaryCalendar } from "../calendar/ordinary-calendar.ts";
import { renderTraceStep } from "../messages/trace.ts";
import { createPolicyVersion } from "../regulation/parameters.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import { appealWindow } from "./appeal-window.ts";

const zone = "Asia/Shanghai";
const at = (text: string): number => parseLocalDateTime(text, zone) ?? Number.NaN;
const calendar = (more: Partial<CalendarSpec>) => {
  const made = createCalendar({ ...ordinaryCalendar.spec, ...more });
  if (!made.ok) throw new Error(made.error.path);
  return made.value;
};
const policy = (appealWorkingDays: number) => {
  const made = createPolicyVersion("short", "2024-08-28", { appealWorkingDays });
  if (!made.ok) throw new Error(made.error.path);
  return made.value;
};

describe("the window to appeal", () => {
  it("is five working days after the day of sending, to the last one's midnight", () => {
    const window = appealWindow(at("2026-10-12 16:00"), defaultPolicy, ordinaryCalendar);
    expect(window).toMatchObject({
      ok: true,
      value: { lastDay: "2026-10-19", closesAt: at("2026-10-20 00:00"), policyId: "default" },
    });
  });
  it("tells its three steps under the clause of the form's way", () => {
    const window = appealWindow(at("2026-10-12 16:00"), policy(2), ordinaryCalendar);
    expect(window.ok && window.value.trace()).toEqual([
      {
        code: "SCORECARD_SENT",
        at: at("2026-10-12 16:00"),
        clause: "7.1",
        facts: { sentOn: "2026-10-12" },
      },
      {
        code: "APPEAL_DAYS",
        at: null,
        clause: "7.1",
        facts: { workingDays: 2, days: ["2026-10-13", "2026-10-14"] },
      },
      {
        code: "APPEAL_CLOSES",
        at: at("2026-10-15 00:00"),
        clause: "7.1",
        facts: { lastDay: "2026-10-14" },
      },
    ]);
  });
  it("skips days off, and counts make-up days", () => {
    const holidays = calendar({
      daysOff: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"],
      makeUpDays: ["2026-10-10"],
    });
    expect(appealWindow(at("2026-09-30 09:00"), policy(3), holidays)).toMatchObject({
      ok: true,
      value: { lastDay: "2026-10-10" },
    });
  });
  it("begins with the next working day where it is sent on a day that is none", () => {
    expect(appealWindow(at("2026-10-10 09:00"), policy(1), ordinaryCalendar)).toMatchObject({
      ok: true,
      value: { lastDay: "2026-10-12" },
    });
  });
  it("belongs to the day on which the form was sent, to the last millisecond of it", () => {
    const last = at("2026-10-12 23:59:59.999");
    expect(appealWindow(last, policy(1), ordinaryCalendar)).toMatchObject({
      value: { lastDay: "2026-10-13" },
    });
    expect(appealWindow(last + 1, policy(1), ordinaryCalendar)).toMatchObject({
      value: { lastDay: "2026-10-14" },
    });
  });
  it("is unknown where the calendar ends first, and refuses what is no instant", () => {
    const short = calendar({ coverage: { from: "2026-10-01", to: "2026-10-16" } });
    expect(appealWindow(at("2026-10-12 16:00"), policy(4), short).ok).toBe(true);
    expect(appealWindow(at("2026-10-12 16:00"), policy(5), short)).toMatchObject({
      ok: false,
      error: { code: "CALENDAR_UNCOVERED" },
    });
    expect(appealWindow(0.5, policy(5), short)).toMatchObject({
      ok: false,
      error: { path: "/sentAt" },
    });
  });
  it("explains itself", () => {
    const window = appealWindow(at("2026-10-12 16:00"), policy(2), ordinaryCalendar);
    if (!window.ok) throw new Error(window.error.path);
    const steps = window.value.trace();
    expect(steps.map((step) => renderTraceStep(step, "zh-CN", zone))).toEqual([
      { title: "2026年10月12日 16:00:00 送交企业", detail: "送交当日不计入申诉期限。" },
      { title: "申诉期限 2 个工作日", detail: "2026年10月13日、2026年10月14日。" },
      { title: "2026年10月14日 24:00 截止", detail: "24:00 整起不再受理申诉。" },
    ]);
    expect(renderTraceStep(steps[2] ?? steps[0]!, "en", zone).title).toBe(
      "Closes at 24:00 of 14 October 2026",
    );
  });
});
