import { parseClockTime } from "../calendar/clock-time.ts";
import { parseDay } from "../calendar/local-date.ts";
import { isZoneName } from "../calendar/zone-name.ts";
import { parseInstant } from "./instant-text.ts";
import { refuse } from "./refuse.ts";

/** The value as text. */
export function readString(value: unknown, path: string): string {
  if (value === undefined) refuse(path, "MISSING");
  if (typeof value !== "string") refuse(path, "NOT_A_STRING");
  return value;
}

/** The value as a boolean. */
export function readBoolean(value: unknown, path: string): boolean {
  if (typeof value !== "boolean") refuse(path, "NOT_A_BOOLEAN");
  return value;
}

/** The value as a whole number that a double holds exactly; minus zero is zero. */
export function readWhole(
  value: unknown,
  path: string,
  least = 0,
  most = Number.MAX_SAFE_INTEGER,
): number {
  if (value === undefined) refuse(path, "MISSING");
  if (!Number.isSafeInteger(value)) refuse(path, "NOT_A_WHOLE_NUMBER");
  const whole = Number(value);
  if (whole < least || whole > most) refuse(path, "OUT_OF_RANGE");
  return whole + 0;
}

/** The value as a number from 0 to 1 with at most three decimals. */
export function readFraction(value: unknown, path: string): number {
  if (typeof value !== "number") refuse(path, "NOT_A_FRACTION");
  if (!(value >= 0 && value <= 1)) refuse(path, "OUT_OF_RANGE");
  if (Math.round(value * 1000) / 1000 !== value) refuse(path, "NOT_A_FRACTION");
  return value + 0;
}

/** Tells whether a value is a word of a closed list. */
export const isWord = <T extends string>(
  words: Readonly<Record<string, T>>,
  value: unknown,
): value is T => typeof value === "string" && words[value] === value;

/** Refuses a value that is no word of a closed list. */
export function refuseWord(value: unknown, path: string): never {
  readString(value, path);
  return refuse(path, "UNKNOWN_VALUE");
}

/** The value as one of the words given, each with its meaning. */
export function readWord<T>(value: unknown, path: string, words: ReadonlyMap<string, T>): T {
  return words.get(value as string) ?? refuseWord(value, path);
}

/** The value as an instant, in epoch milliseconds. */
export function readInstant(value: unknown, path: string): number {
  const instant = parseInstant(readString(value, path));
  if (instant === null) refuse(path, "NOT_AN_INSTANT");
  return instant;
}

/** The value as a real day, in epoch days. */
export function readDay(value: unknown, path: string): number {
  const day = parseDay(readString(value, path));
  if (day === null) refuse(path, "NOT_A_DATE");
  return day;
}

/** The value as a clock time. */
export function readClockTime(value: unknown, path: string): string {
  const text = readString(value, path);
  if (parseClockTime(text) === null) refuse(path, "NOT_A_CLOCK_TIME");
  return text;
}

/** The value as the name of an IANA zone. */
export function readZone(value: unknown, path: string): string {
  const name = readString(value, path);
  if (!isZoneName(name)) refuse(path, "NOT_A_ZONE");
  return name;
}
