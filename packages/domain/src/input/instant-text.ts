import { DAY_MS, dayNumber } from "../calendar/local-date.ts";

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,3}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * Epoch milliseconds of `YYYY-MM-DDTHH:MM:SS[.s[s[s]]]` with `Z` or `±HH:MM`; null for any other
 * text, for a day that does not exist, for 24:00:00 and for a leap second.
 * @example
 * ```ts
 * parseInstant("2026-07-01T08:54:24+08:00"); // → 1782867264000
 * parseInstant("2026-07-01 08:54:24"); // → null
 * ```
 */
export function parseInstant(text: string): number | null {
  const parts = pattern.exec(text);
  if (parts === null) return null;
  const number = (index: number): number => Number(parts[index] ?? 0);
  const day = dayNumber(number(1), number(2), number(3));
  if (day === null) return null;
  const seconds = (number(4) * 60 + number(5)) * 60 + number(6);
  const offset = (number(9) * 60 + number(10)) * (parts[8] === "-" ? -60_000 : 60_000);
  return day * DAY_MS + seconds * 1000 + Number((parts[7] ?? "").padEnd(3, "0")) - offset;
}

/**
 * The instant in UTC with three digits and `Z`.
 * @example
 * ```ts
 * formatInstant(Date.parse("2026-07-01T08:54:24+08:00")); // → "2026-07-01T00:54:24.000Z"
 * ```
 */
export const formatInstant = (instant: number): string => new Date(instant).toISOString();
