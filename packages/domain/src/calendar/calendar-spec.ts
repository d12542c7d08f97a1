import type { ClockInterval } from "./clock-time.ts";
import type { LocalDate } from "./local-date.ts";

/** ISO weekday as text: "1" is Monday, "7" is Sunday. */
export type Weekday = "1" | "2" | "3" | "4" | "5" | "6" | "7";

/** Opening hours by weekday; a weekday that is absent is closed. */
export type WeekHours = Readonly<Partial<Record<Weekday, readonly ClockInterval[]>>>;

/** The hall's ordinary week from a day on; `from` is null for the first one. */
export interface DatedWeek {
  readonly from: LocalDate | null;
  readonly hours: WeekHours;
}

/** The days a calendar speaks for, both included. */
export interface Coverage {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * A calendar as it is stored (JSON). For a day `specialHours` win (an empty list closes it), then
 * `daysOff`, then the weekday's own hours; a make-up day whose weekday has none takes those of the
 * lowest-numbered weekday that has some. Weeks stand in the order of their first day, the first
 * with `from` null, and each has at least one interval. Without `coverage` it speaks for all days.
 */
export interface CalendarSpec {
  readonly weeks: readonly DatedWeek[];
  readonly daysOff?: readonly LocalDate[];
  readonly makeUpDays?: readonly LocalDate[];
  readonly specialHours?: Readonly<Record<LocalDate, readonly ClockInterval[]>>;
  readonly coverage?: Coverage;
}
