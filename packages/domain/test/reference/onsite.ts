import type { WrittenCalendar } from "./calendar.ts";
import { covers, hoursOf, ordinary } from "./calendar.ts";
import { at, clockOn, local, written } from "./zoned.ts";

export interface WrittenOnsite {
  readonly receivedAt: string;
  readonly asOf: string;
  readonly policy?: {
    readonly limitMinutes?: number;
    readonly counting?: "wall" | "business";
    readonly zone?: string;
  };
  readonly calendar?: WrittenCalendar;
  readonly pauses?: readonly {
    readonly from: string;
    readonly to?: string | null;
    readonly reason: string;
    readonly voided?: boolean;
  }[];
  readonly completedAt?: string | null;
  readonly cancelledAt?: string | null;
}

const FOREVER = Number.MAX_SAFE_INTEGER;
/** Beyond this nobody looks. */
const DAYS = 4000;

/**
 * FORMAT.md, "onsite": time is cut wherever something begins or ends, and the pieces are walked in
 * order until the end and the deadline lie behind.
 */
export function onsite(given: WrittenOnsite): object {
  const { limitMinutes = 30, counting = "wall", zone = "Asia/Shanghai" } = given.policy ?? {};
  const calendar = given.calendar ?? ordinary;
  const limit = limitMinutes * 60_000;
  const start = at(given.receivedAt);
  const asOf = at(given.asOf);
  const event = given.completedAt ?? given.cancelledAt ?? null;
  const end = event === null ? asOf : at(event);
  const endless = event === null ? FOREVER : end;
  const pauses = (given.pauses ?? [])
    .filter((pause) => pause.voided !== true)
    .map((pause) => ({ from: at(pause.from), to: pause.to == null ? endless : at(pause.to) }));
  const isPaused = (ms: number): boolean => pauses.some(({ from, to }) => from <= ms && ms < to);

  let elapsed = 0;
  let paused = 0;
  let counted = 0;
  let due: number | null = null;
  const walk = (from: number, to: number): void => {
    const edges = [end, ...pauses.flatMap((pause) => [pause.from, pause.to])];
    const cuts = [from, ...edges.filter((edge) => edge > from && edge < to), to];
    cuts.sort((one, other) => one - other);
    for (const [index, begin] of cuts.entries()) {
      const stop = cuts[index + 1] ?? begin;
      if (stop === begin) continue;
      const still = isPaused(begin);
      if (begin < end && still) paused += stop - begin;
      if (begin < end && !still) elapsed += stop - begin;
      if (still) continue;
      if (due === null && counted + stop - begin >= limit) due = begin + limit - counted;
      counted += stop - begin;
    }
  };

  const hidden = Math.min(...pauses.filter(({ to }) => to === FOREVER).map(({ from }) => from));
  const finished = (ms: number): boolean =>
    ms >= end && (due !== null || ms >= Math.max(hidden, start));
  if (counting === "wall") {
    const events = pauses.flatMap(({ from, to }) => [from, to]).filter((ms) => ms < FOREVER);
    walk(start, Math.max(start, end, ...events) + limit);
  } else {
    let cursor = start;
    let date = local(start, zone).toPlainDate().subtract({ days: 2 });
    let waiting: (readonly [begins: number, ends: number])[] = [];
    for (let day = 0; day < DAYS && !finished(cursor); day += 1) {
      for (const [open, close] of hoursOf(calendar, date))
        waiting.push([clockOn(date, open, zone), clockOn(date, close, zone)]);
      // Where a day was skipped, hours of one date may lie among those of the next.
      const settled = clockOn(date.subtract({ days: 2 }), "00:00", zone);
      waiting.sort((one, other) => one[0] - other[0]);
      for (const [open, ends] of waiting.filter(([begins]) => begins < settled)) {
        const begins = Math.max(cursor, open);
        if (ends <= begins) continue;
        walk(begins, ends);
        cursor = ends;
      }
      waiting = waiting.filter(([begins]) => begins >= settled);
      cursor = Math.max(cursor, settled);
      date = date.add({ days: 1 });
    }
    // Needed are all hours between start and end, and until the deadline those outside pauses.
    const stop = due ?? (hidden === Infinity ? FOREVER : Math.max(hidden, start));
    const runs = (from: number, to: number): boolean =>
      [from, ...pauses.map((pause) => pause.to)].some(
        (ms) => from <= ms && ms < to && !isPaused(ms),
      );
    let day = local(start, zone).toPlainDate();
    for (; calendar.coverage !== undefined; day = day.add({ days: 1 })) {
      const from = Math.max(start, clockOn(day, "00:00", zone));
      if (from >= Math.max(end, stop)) break;
      const to = clockOn(day, "24:00", zone);
      const needed = from < Math.min(to, end) || runs(from, Math.min(to, stop));
      if (needed && !covers(calendar, day)) return uncovered;
    }
  }
  if (due !== null && due > hidden) due = null;
  const completed = given.completedAt != null;
  const verdict = completed ? "MET" : event !== null ? "CANCELLED" : null;
  const open = asOf >= start && isPaused(asOf) ? "PAUSED" : "RUNNING";
  return {
    state: elapsed > limit ? "BREACHED" : (verdict ?? open),
    elapsedMs: elapsed,
    pausedMs: paused,
    remainingMs: limit - elapsed,
    dueAt: due === null ? null : written(due),
  };
}

export const uncovered = { error: { code: "CALENDAR_UNCOVERED", path: "/calendar/coverage" } };
