import { addDays, type CalendarSpec, type ClockInterval, type Weekday } from "@signet/domain";

import type { CalendarVersionRow } from "../persistence/rule-versions.view.ts";
import type { CalendarType, CalendarWeek, ClockIntervalType } from "./calendar.type.ts";

const weekdays: readonly Weekday[] = ["1", "2", "3", "4", "5", "6", "7"];

export const intervalsOf = (intervals: readonly ClockInterval[]): readonly ClockIntervalType[] =>
  intervals.map(([from, to]) => ({ from, to }));

/** A stored version as the contract shows it. */
export function calendarOf({ spec, ...row }: CalendarVersionRow): CalendarType {
  return {
    ...row,
    coverage: spec.coverage ?? null,
    weeks: weeksOf(spec),
    specialHours: Object.entries(spec.specialHours ?? {}).map(([date, intervals]) => ({
      date,
      intervals: intervalsOf(intervals),
    })),
    daysOff: spec.daysOff ?? [],
    makeUpDays: spec.makeUpDays ?? [],
  };
}

const weeksOf = ({ weeks }: CalendarSpec): readonly CalendarWeek[] =>
  weeks.map(({ from, hours }, index) => {
    const next = weeks[index + 1]?.from;
    return {
      from,
      to: next ? addDays(next, -1) : null,
      hours: weekdays.map((weekday) => ({
        weekday: Number(weekday),
        intervals: intervalsOf(hours[weekday] ?? []),
      })),
    };
  });
