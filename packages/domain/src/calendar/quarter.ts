import type { Result } from "../result.ts";
import { ok } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { invalid } from "../rule-error.ts";
import { epochDay, formatDay, parseDay } from "./local-date.ts";
import type { LocalDate } from "./local-date.ts";

/**
 * The day the regulation was issued and came into force (八).
 * @example
 * ```ts
 * REGULATION_EFFECTIVE_FROM; // → "2024-08-28"
 * ```
 */
export const REGULATION_EFFECTIVE_FROM: LocalDate = "2024-08-28";

/** A quarter's name, `YYYYQn`, such as `2026Q3`. */
export type QuarterName = string;

/** A quarter and its part in force; `from` and `to` are null where it ended before the regulation. */
export interface Quarter {
  readonly quarter: QuarterName;
  readonly inScope: boolean;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly partial: boolean;
}

/**
 * The quarter of a day (七(一)). Errors: INVALID_INPUT `/date` or `/effectiveFrom`.
 * @example
 * ```ts
 * quarterOf("2024-09-30");
 * // → { ok: true, value: { quarter: "2024Q3", inScope: true, from: "2024-08-28", to: "2024-09-30", partial: true } }
 * ```
 */
export function quarterOf(
  date: LocalDate,
  effectiveFrom: LocalDate = REGULATION_EFFECTIVE_FROM,
): Result<Quarter, RuleError> {
  const day = parseDay(date);
  const effective = parseDay(effectiveFrom);
  if (day === null) return invalid("/date", "NOT_A_DATE");
  if (effective === null) return invalid("/effectiveFrom", "NOT_A_DATE");
  const name = `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
  const { first, last } = daysOf(name) ?? { first: day, last: day };
  const ended = last < effective;
  return ok({
    quarter: name,
    inScope: day >= effective,
    from: ended ? null : formatDay(Math.max(first, effective)),
    to: ended ? null : formatDay(last),
    partial: effective > first && !ended,
  });
}

/**
 * First and last day of a quarter by its name, `YYYYQn`. Errors: INVALID_INPUT `/quarter`.
 * @example
 * ```ts
 * quarterRange("2026Q3"); // → { ok: true, value: { from: "2026-07-01", to: "2026-09-30" } }
 * quarterRange("2026Q5");
 * // → { ok: false, error: { code: "INVALID_INPUT", path: "/quarter", reason: "NOT_A_QUARTER" } }
 * ```
 */
export function quarterRange(
  name: QuarterName,
): Result<{ readonly from: LocalDate; readonly to: LocalDate }, RuleError> {
  const days = daysOf(name);
  return days === null
    ? invalid("/quarter", "NOT_A_QUARTER")
    : ok({ from: formatDay(days.first), to: formatDay(days.last) });
}

/**
 * Year and number of a quarter by its name. Errors: INVALID_INPUT `/quarter`.
 * @example
 * ```ts
 * parseQuarter("2026Q3"); // → { ok: true, value: { year: 2026, number: 3 } }
 * ```
 */
export function parseQuarter(
  name: string,
): Result<{ readonly year: number; readonly number: number }, RuleError> {
  const parts = pattern.exec(name);
  return parts === null
    ? invalid("/quarter", "NOT_A_QUARTER")
    : ok({ year: Number(parts[1]), number: Number(parts[2]) });
}

const pattern = /^(\d{4})Q([1-4])$/;

function daysOf(name: string): { first: number; last: number } | null {
  const parsed = parseQuarter(name);
  if (!parsed.ok) return null;
  const { year, number } = parsed.value;
  const startOf = (month: number): number => epochDay(year, month, 1);
  return { first: startOf(number * 3 - 2), last: startOf(number * 3 + 1) - 1 };
}
