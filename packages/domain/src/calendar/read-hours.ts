import { fieldOf, readFields, readList, readObject, step } from "../input/fields.ts";
import { refuse } from "../input/refuse.ts";
import { readDay, readString } from "../input/scalars.ts";
import { parseClockTime, parseEndTime } from "./clock-time.ts";
import { parseDay } from "./local-date.ts";

/** An opening interval in minutes since local midnight; 1440 is the midnight that ends the day. */
export type MinuteInterval = readonly [start: number, end: number];

/** Opening intervals by ISO weekday; index 0 is unused. */
export type MinuteWeek = readonly (readonly MinuteInterval[])[];

/** The days a calendar speaks for, in epoch days, both included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const weekdays = new Set(["1", "2", "3", "4", "5", "6", "7"]);
const rangeFields = new Set(["from", "to"]);

function readInterval(value: unknown, path: string): MinuteInterval {
  if (!Array.isArray(value)) refuse(path, "NOT_A_LIST");
  if (value.length !== 2) refuse(path, "NOT_AN_INTERVAL");
  const start = parseClockTime(readString(value[0], `${path}/0`));
  const end = parseEndTime(readString(value[1], `${path}/1`));
  if (start === null) refuse(`${path}/0`, "NOT_A_CLOCK_TIME");
  if (end === null) refuse(`${path}/1`, "NOT_A_CLOCK_TIME");
  if (end <= start) refuse(path, "NOT_AN_INTERVAL");
  return [start, end];
}

/** Intervals in order that do not overlap; between shifts (`apart`) they may not touch either. */
export function readIntervals(value: unknown, path: string, apart = false): MinuteInterval[] {
  let last = apart ? -1 : 0;
  return readList(value, path, (item, itemPath) => {
    const interval = readInterval(item, itemPath);
    if (apart ? interval[0] <= last : interval[0] < last) refuse(itemPath, "OUT_OF_ORDER");
    last = interval[1];
    return interval;
  });
}

/** A week with at least one interval. */
export function readWeek(value: unknown, path: string): MinuteWeek {
  const fields = readFields(value, path, weekdays);
  const week: MinuteInterval[][] = Array.from({ length: 8 }, () => []);
  for (const day of Object.keys(fields)) {
    week[Number(day)] = readIntervals(fields[day], path + step(day));
  }
  if (week.every((intervals) => intervals.length === 0)) refuse(path, "NEVER_OPEN");
  return week;
}

/** Hours of single days, by epoch day. */
export function readSpecialHours(value: unknown, path: string): Map<number, MinuteInterval[]> {
  const fields = readObject(value, path);
  const hours = new Map<number, MinuteInterval[]>();
  for (const date of Object.keys(fields)) {
    const day = parseDay(date);
    if (day === null) refuse(path + step(date), "NOT_A_DATE");
    hours.set(day, readIntervals(fields[date], path + step(date)));
  }
  return hours;
}

/** First and last day, the last not before the first. */
export function readDayRange(value: unknown, path: string): DayRange {
  const fields = readFields(value, path, rangeFields);
  const from = readDay(fieldOf(fields, "from"), `${path}/from`);
  const to = readDay(fieldOf(fields, "to"), `${path}/to`);
  if (to < from) refuse(`${path}/to`, "ENDS_BEFORE_START");
  return { from, to };
}
