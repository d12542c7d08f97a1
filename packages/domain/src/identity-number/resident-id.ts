import { dayNumber, parseDay } from "../calendar/local-date.ts";
import type { LocalDate } from "../calendar/local-date.ts";

const shape = /^\d{17}[\dX]$/;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checks = "10X98765432";
const earliestBirth = /* @__PURE__ */ dayNumber(1850, 1, 1) ?? 0;

/**
 * Tells whether a text is a resident identity number (GB 11643-1999) on a local day: a real birth
 * date from 1850-01-01 to that day and the check character; lower case is not valid, region and
 * sequence are not looked at. False where `on` is no local date.
 * @example
 * ```ts
 * isResidentId("11010519491231002X", "2026-07-01"); // → true
 * isResidentId("11010519491231002X", "1949-12-30"); // → false
 * ```
 */
export function isResidentId(value: string, on: LocalDate): boolean {
  if (!shape.test(value)) return false;
  const part = (from: number, to: number): number => Number(value.slice(from, to));
  const born = dayNumber(part(6, 10), part(10, 12), part(12, 14));
  const today = parseDay(on);
  if (born === null || today === null || born < earliestBirth || born > today) return false;
  let sum = 0;
  for (const [index, weight] of weights.entries()) sum += Number(value[index]) * weight;
  return checks[sum % 11] === value[17];
}
