import { weekdayOf } from "./local-date.ts";
import type { DayRange, MinuteInterval, MinuteWeek } from "./read-hours.ts";

/** Why a day differs from its weekday. */
export type DayException = "DAY_OFF" | "MAKE_UP" | "SPECIAL";

/** The parts of a calendar, read and checked, in epoch days and minutes. */
export interface HoursParts {
  readonly weeks: readonly { readonly from: number; readonly hours: MinuteWeek }[];
  readonly daysOff: readonly number[];
  readonly makeUpDays: readonly number[];
  readonly specialHours: ReadonlyMap<number, readonly MinuteInterval[]>;
  readonly coverage: DayRange | null;
}

/** What every day of a calendar means, by epoch day. */
export interface Hours {
  /** The opening intervals of a day; empty where it is closed. Asks nothing about coverage. */
  readonly on: (day: number) => readonly MinuteInterval[];
  /** What the ordinary week gives a day, whatever was decided for the day itself. */
  readonly ordinary: (day: number) => readonly MinuteInterval[];
  /** What was decided for the day itself; null where nothing was. */
  readonly exceptionOn: (day: number) => DayException | null;
  /** The first day of the ordinary week that a day belongs to; minus infinity for the first one. */
  readonly weekFrom: (day: number) => number;
  readonly covers: (day: number) => boolean;
  readonly coverage: DayRange | null;
  /** From this day on (epoch days) every week is like the next. */
  readonly settledFrom: number;
}

const closed: readonly MinuteInterval[] = [];

/** Decides each exceptional day once, so that asking for a day is one look-up. */
export function compileHours(parts: HoursParts): Hours {
  const { coverage } = parts;
  const latestFirst = [...parts.weeks].reverse();
  const dated = (day: number) => latestFirst.find((week) => week.from <= day);
  const weekOf = (day: number): MinuteWeek => dated(day)?.hours ?? [];
  const ordinary = (day: number): readonly MinuteInterval[] =>
    weekOf(day)[weekdayOf(day)] ?? closed;

  const exceptions = new Map<number, readonly MinuteInterval[]>();
  const reasons = new Map<number, DayException>();
  const decide = (day: number, reason: DayException, hours: readonly MinuteInterval[]): void => {
    exceptions.set(day, hours);
    reasons.set(day, reason);
  };
  for (const day of parts.makeUpDays) {
    if (ordinary(day).length > 0) continue;
    decide(day, "MAKE_UP", weekOf(day).find((intervals) => intervals.length > 0) ?? closed);
  }
  for (const day of parts.daysOff) decide(day, "DAY_OFF", closed);
  for (const [day, intervals] of parts.specialHours) decide(day, "SPECIAL", intervals);

  return {
    on: (day) => exceptions.get(day) ?? ordinary(day),
    ordinary,
    exceptionOn: (day) => reasons.get(day) ?? null,
    weekFrom: (day) => dated(day)?.from ?? Number.NEGATIVE_INFINITY,
    covers: (day) => coverage === null || (day >= coverage.from && day <= coverage.to),
    coverage,
    settledFrom: lastOf([...exceptions.keys(), ...parts.weeks.map((week) => week.from)]) + 1,
  };
}

/** The latest of some days, or the epoch where that is later. */
function lastOf(days: readonly number[]): number {
  let last = 0;
  for (const day of days) if (day > last) last = day;
  return last;
}
