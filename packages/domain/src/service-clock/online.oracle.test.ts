import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/calendar.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import { assessOnline } from "./online.ts";

const MINUTE = 60_000;
const places = [
  ["Asia/Shanghai", "2024-09-27T00:00Z"],
  ["Asia/Shanghai", "1986-05-02T00:00Z"],
  ["Europe/Berlin", "2025-03-28T12:00Z"],
  ["Europe/Berlin", "2025-10-24T12:00Z"],
  ["America/Sao_Paulo", "2018-11-02T12:00Z"],
  ["America/Sao_Paulo", "2018-02-16T12:00Z"],
  ["America/St_Johns", "2006-10-27T12:00Z"],
  ["Pacific/Apia", "2011-12-28T00:00Z"],
] as const;
const hours: [string, string][] = [["08:30", "17:30"]];

const scenes = fc.record({
  place: fc.constantFrom(...places),
  received: fc.nat(5 * 1440),
  cutoff: fc.constantFrom("00:00", "00:30", "17:30", "23:30", "23:59"),
  nextDay: fc.constantFrom("CALENDAR", "WORKDAY"),
  open: fc.uniqueArray(fc.constantFrom("1", "2", "3", "4", "5", "6", "7"), { minLength: 1 }),
  off: fc.array(fc.nat(9)),
  covered: fc.option(fc.tuple(fc.integer({ min: -2, max: 4 }), fc.nat(9))),
  completed: fc.option(fc.nat(6000)),
  mailed: fc.option(fc.nat(3000)),
  cancelled: fc.option(fc.nat(6000)),
  asOf: fc.integer({ min: -100, max: 8000 }),
  delivery: fc.constantFrom("MAIL" as const, "PICKUP" as const),
});

describe("the online clock against one written with Temporal", () => {
  it("agrees on due day, deadline, both readings and both milestones", () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const [zone, begin] = scene.place;
        const start = Temporal.Instant.from(begin).epochMilliseconds;
        const receivedAt = start + scene.received * MINUTE;
        const after = (minutes: number | null, from = receivedAt): number | null =>
          minutes === null ? null : from + minutes * MINUTE;
        const completedAt = after(scene.completed);
        const mails = scene.delivery === "MAIL" && completedAt !== null;
        const mailedAt = mails ? after(scene.mailed, completedAt) : null;
        const cancelledAt = after(scene.cancelled);
        const base = Temporal.PlainDate.from(begin.slice(0, 10));
        const day = (days: number): string => base.add({ days }).toString();
        const asOf = receivedAt + scene.asOf * MINUTE;
        const coverage =
          scene.covered === null
            ? undefined
            : { from: day(scene.covered[0]), to: day(scene.covered[0] + scene.covered[1]) };
        const off = scene.off.map(day);
        const calendar = createCalendar({
          weeks: [{ from: null, hours: Object.fromEntries(scene.open.map((one) => [one, hours])) }],
          daysOff: off,
          ...(coverage === undefined ? {} : { coverage }),
        });
        if (!calendar.ok) throw new Error("no calendar");

        const covers = (date: string): boolean =>
          coverage === undefined || (date >= coverage.from && date <= coverage.to);
        const works = (date: Temporal.PlainDate): boolean =>
          scene.open.includes(String(date.dayOfWeek) as "1") && !off.includes(date.toString());
        const local = Temporal.Instant.fromEpochMilliseconds(receivedAt).toZonedDateTimeISO(zone);
        const late = Temporal.PlainTime.compare(local.toPlainTime(), scene.cutoff) >= 0;
        const today = local.toPlainDate();
        const byCalendar = late ? today.add({ days: 1 }) : today;
        let byWork: Temporal.PlainDate | null = late ? today.add({ days: 1 }) : today;
        while (byWork !== null && !(covers(byWork.toString()) && works(byWork))) {
          byWork = covers(byWork.toString()) ? byWork.add({ days: 1 }) : null;
        }
        const due = scene.nextDay === "CALENDAR" ? byCalendar : byWork;
        const other = scene.nextDay === "CALENDAR" ? byWork : byCalendar;

        const policy = {
          ...defaultPolicy,
          parameters: {
            ...defaultPolicy.parameters,
            zone,
            onlineCutoff: scene.cutoff,
            onlineNextDay: scene.nextDay,
          },
        } as typeof defaultPolicy;
        const facts = { receivedAt, delivery: scene.delivery, completedAt, mailedAt, cancelledAt };
        const assessed = assessOnline(facts, policy, calendar.value, asOf);
        if (due === null) {
          expect(assessed).toMatchObject({ ok: false, error: { code: "CALENDAR_UNCOVERED" } });
          return;
        }
        const dueAt = due.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
        const judge = (at: number | null): string => {
          if (at !== null) return at < dueAt ? "MET" : "BREACHED";
          if (cancelledAt !== null) return cancelledAt < dueAt ? "CANCELLED" : "BREACHED";
          return asOf < dueAt ? "RUNNING" : "BREACHED";
        };
        const completion = judge(completedAt);
        const mailing = scene.delivery === "PICKUP" ? "NOT_APPLICABLE" : judge(mailedAt);
        const state =
          ["BREACHED", "CANCELLED", "RUNNING"].find((one) => [completion, mailing].includes(one)) ??
          "MET";
        expect(assessed).toMatchObject({
          ok: true,
          value: {
            state,
            dueDay: due.toString(),
            dueAt,
            otherDueDay: other?.toString() ?? null,
            readingsDiffer: other === null ? null : !other.equals(due),
            completion,
            mailing,
          },
        });
      }),
      { numRuns: Number(globalThis.process?.env["RUNS"] ?? 400) },
    );
  });
});
