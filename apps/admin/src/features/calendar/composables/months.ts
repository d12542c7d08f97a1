import type { CalendarYearQuery } from "../../../graphql/graphql.ts";

export type Day = CalendarYearQuery["calendarYear"]["days"][number];

export interface Month {
  readonly number: number;
  /** Weeks from Monday to Sunday; null where a day belongs to another month. */
  readonly weeks: readonly (readonly (Day | null)[])[];
}

/** ISO weekday of a local day: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** The days of a year as twelve months of weeks. */
export function monthsOf(days: readonly Day[]): readonly Month[] {
  const months: { number: number; weeks: (Day | null)[][] }[] = [];
  for (const day of days) {
    const number = Number(day.date.slice(5, 7));
    let month = months[number - 1];
    if (!month) months[number - 1] = month = { number, weeks: [] };
    const weekday = weekdayOf(day.date);
    let week = month.weeks[month.weeks.length - 1];
    if (!week || weekday === 1) month.weeks.push((week = Array<Day | null>(7).fill(null)));
    week[weekday - 1] = day;
  }
  return months;
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** The day that a key leads to within the days shown; null for any other key, and at the year's ends. */
export function dayByKey(days: readonly Day[], date: string, key: string): string | null {
  const step = steps[key];
  const index = days.findIndex((day) => day.date === date);
  return step === undefined || index < 0 ? null : (days[index + step]?.date ?? null);
}
