import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../test/runs.ts";
import { calendarOf, DAY, dayAfter } from "../../test/scenes/calendars.ts";
import { judge, onlineScenes } from "../../test/scenes/online.ts";
import { lengths } from "../../test/scenes/onsite.ts";
import { instantOfLocal, localDayOf, startOfLocalDay } from "../calendar/local-time.ts";
import { isWorkingDay } from "../calendar/working-day.ts";
import { zoneOffsets } from "../calendar/zone-offset.ts";

const open = { completedAt: null, mailedAt: null, cancelledAt: null };
/** Where the clock never goes back, so that what comes later is never an earlier time of day. */
const fixed = onlineScenes([
  ["Asia/Shanghai", "2024-09-27"],
  ["Asia/Kolkata", "2024-02-27"],
]);

describe("the due day", () => {
  it("by the calendar is the day of receipt, or the next from the cut-off on, to the millisecond", () => {
    fc.assert(
      fc.property(fixed, ({ cutoff, ...rest }) => {
        const scene = { ...rest, cutoff, nextDay: "CALENDAR" as const };
        const day = localDayOf(scene.facts.receivedAt, scene.zone);
        const at = instantOfLocal(Date.parse(`${day}T${cutoff}Z`), zoneOffsets(scene.zone));
        const onIt = judge(scene, { ...open, receivedAt: at });
        expect(onIt).toMatchObject({ dueDay: dayAfter(day, 1), afterCutoff: true });
        const before = judge(scene, { ...open, receivedAt: at - 1 });
        const sameDay = cutoff !== "00:00";
        expect(before.dueDay).toBe(day);
        expect(before.afterCutoff).toBe(!sameDay);
        expect(before.dueAt).toBeLessThan(onIt.dueAt);
      }),
      runs(60),
    );
  });
  it("by working days is the first that is none too early", () => {
    fc.assert(
      fc.property(onlineScenes(), (scene) => {
        const byWork = judge({ ...scene, nextDay: "WORKDAY" });
        const byCalendar = judge({ ...scene, nextDay: "CALENDAR" });
        const calendar = calendarOf(scene.spec);
        const works = (date: string): boolean => {
          const answer = isWorkingDay(calendar, date);
          return answer.ok && answer.value;
        };
        let day = byCalendar.dueDay;
        while (!works(day)) day = dayAfter(day, 1);
        expect(byWork.dueDay).toBe(day);
        expect(byWork.otherDueDay).toBe(byCalendar.dueDay);
        expect(byCalendar.otherDueDay).toBe(byWork.dueDay);
        expect(byCalendar.otherDueAt).toBe(byWork.dueAt);
        expect(byWork.otherDueAt).toBe(byCalendar.dueAt);
        expect(byWork.readingsDiffer).toBe(byWork.dueDay !== byCalendar.dueDay);
        expect(byCalendar.readingsDiffer).toBe(byWork.readingsDiffer);
      }),
      runs(100),
    );
  });
  it("never comes earlier for what is received later", () => {
    fc.assert(
      fc.property(fixed, lengths(3000), (scene, later) => {
        const receivedAt = scene.facts.receivedAt + later;
        expect(judge(scene, { ...open, receivedAt }).dueAt).toBeGreaterThanOrEqual(
          judge(scene, open).dueAt,
        );
      }),
      runs(100),
    );
  });
  it("ends with the midnight that is the deadline, and is the day that counts", () => {
    fc.assert(
      fc.property(onlineScenes(), (scene) => {
        const { dueAt, dueDay, countsOn } = judge(scene);
        expect(dueAt).toBe(startOfLocalDay(dayAfter(dueDay, 1), scene.zone));
        expect(countsOn).toBe(dueDay);
      }),
      runs(100),
    );
  });
});

describe("a milestone", () => {
  it("is met a millisecond before the deadline and not at it", () => {
    fc.assert(
      fc.property(onlineScenes(), (scene) => {
        const { dueAt } = judge(scene, open);
        const done = (at: number) =>
          judge(scene, { ...open, delivery: "MAIL", completedAt: at, mailedAt: at });
        if (dueAt - 1 < scene.facts.receivedAt) return;
        expect(done(dueAt - 1)).toMatchObject({ completion: "MET", mailing: "MET", state: "MET" });
        expect(done(dueAt)).toMatchObject({ completion: "BREACHED", mailing: "BREACHED" });
      }),
      runs(60),
    );
  });
  it("with an instant stays what it is whenever one looks, and a breach stays one", () => {
    fc.assert(
      fc.property(onlineScenes(), lengths(9000), (scene, later) => {
        const now = judge(scene);
        const then = judge(scene, {}, scene.asOf + later);
        const { completedAt, mailedAt } = scene.facts;
        const was = (state: string) => state === "RUNNING";
        const move = (state: "state" | "completion" | "mailing"): boolean =>
          now[state] === then[state] || (was(now[state]) && then[state] === "BREACHED");
        expect([move("state"), move("completion"), move("mailing")]).toEqual([true, true, true]);
        if (completedAt != null) expect(then.completion).toBe(now.completion);
        if (mailedAt != null) expect(then.mailing).toBe(now.mailing);
      }),
      runs(100),
    );
  });
  it("of completion is judged alike whether it is mailed or picked up, and alone is never worse", () => {
    fc.assert(
      fc.property(onlineScenes(), (scene) => {
        const mailed = judge(scene, { delivery: "MAIL" });
        const alone = judge(scene, { delivery: "PICKUP", mailedAt: null });
        expect(alone.completion).toBe(mailed.completion);
        expect(alone.mailing).toBe("NOT_APPLICABLE");
        expect(alone.state).toBe(alone.completion);
        if (alone.state === "BREACHED") expect(mailed.state).toBe("BREACHED");
        if (mailed.state === "MET") expect(alone.state).toBe("MET");
      }),
      runs(100),
    );
  });
});

describe("an online verdict", () => {
  it("turns into a breach at the instant that is announced, and not before", () => {
    fc.assert(
      fc.property(onlineScenes(), (scene) => {
        const clock = judge(scene);
        const { cancelledAt, completedAt, mailedAt, delivery } = scene.facts;
        const waits = completedAt === null || (delivery === "MAIL" && mailedAt === null);
        expect(clock.isOpen).toBe(cancelledAt === null && waits);
        expect(clock.breachesAt).toBe(clock.isOpen ? clock.dueAt : null);
        if (!clock.isOpen) return;
        expect(judge(scene, {}, clock.dueAt).state).toBe("BREACHED");
        const late = (completedAt ?? -Infinity) >= clock.dueAt;
        expect(judge(scene, {}, clock.dueAt - 1).state).toBe(late ? "BREACHED" : "RUNNING");
      }),
      runs(100),
    );
  });
  it("is not undone by a cancellation after the deadline, and ends with one before it", () => {
    fc.assert(
      fc.property(onlineScenes(), (scene) => {
        const { dueAt } = judge(scene, open);
        const cancelled = (at: number) => judge(scene, { ...open, cancelledAt: at }).state;
        expect(cancelled(Math.max(dueAt, scene.facts.receivedAt))).toBe("BREACHED");
        if (dueAt > scene.facts.receivedAt) expect(cancelled(dueAt - 1)).toBe("CANCELLED");
      }),
      runs(60),
    );
  });
  it("moves with everything else by whole weeks where the clock never changes", () => {
    fc.assert(
      fc.property(fixed, fc.integer({ min: -900, max: 900 }), (scene, count) => {
        const spec = { weeks: scene.spec.weeks };
        const shift = count * 7 * DAY;
        const { receivedAt, delivery, ...ends } = scene.facts;
        const moved = Object.fromEntries(
          Object.entries(ends).map(([name, at]) => [name, at === null ? null : at + shift]),
        );
        const facts = { receivedAt: receivedAt + shift, delivery, ...moved };
        const here = judge({ ...scene, spec });
        const there = judge({ ...scene, spec, facts }, {}, scene.asOf + shift);
        expect(there).toMatchObject({
          state: here.state,
          completion: here.completion,
          mailing: here.mailing,
          dueAt: here.dueAt + shift,
          dueDay: dayAfter(here.dueDay, count * 7),
        });
      }),
      runs(100),
    );
  });
});
