import type { LocalDate } from "../calendar/local-date.ts";
import { attempt, refuse } from "../input/refuse.ts";
import { readDay } from "../input/scalars.ts";
import type { Result } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { comparePolicies } from "./compare-policies.ts";
import { createPolicyVersion, parameters } from "./parameters.ts";
import type { ParameterKey } from "./parameters.ts";
import type { PolicyParameters, PolicyVersion } from "./policy.ts";

/** Values to come, as text: what is not named stays as the newest version has it. */
export interface Announcement {
  readonly validFrom: LocalDate;
  readonly values: readonly { readonly key: string; readonly value: string }[];
}

const numbers: ReadonlySet<string> = new Set([
  "MINUTES",
  "SECONDS",
  "WORKING_DAYS",
  "YEARS",
  "COUNT",
  "RATIO",
]);
const numeral = /^\d{1,6}(?:\.\d{1,3})?$/;

/**
 * The values of a version that begins on a day to come. Versions only go forward: it begins after
 * today and after the newest one. Errors: INVALID_INPUT `/validFrom`, `/values` or `/values/<index>`.
 * @example
 * ```ts
 * const values = [{ key: "onsiteLimitMinutes", value: "20" }];
 * const next = announcePolicy(defaultPolicy, { validFrom: "2026-12-01", values }, "2026-11-25");
 * next.ok && next.value.onsiteLimitMinutes; // → 20
 * announcePolicy(defaultPolicy, { validFrom: "2026-11-25", values }, "2026-11-25");
 * // → { ok: false, error: { code: "INVALID_INPUT", path: "/validFrom", reason: "NOT_AFTER_TODAY" } }
 * ```
 */
export function announcePolicy(
  newest: PolicyVersion,
  { validFrom, values }: Announcement,
  today: LocalDate,
): Result<PolicyParameters, RuleError> {
  return attempt(() => {
    readDay(validFrom, "/validFrom");
    if (validFrom <= today) refuse("/validFrom", "NOT_AFTER_TODAY");
    if (validFrom <= newest.validFrom) refuse("/validFrom", "NOT_AFTER_NEWEST");
    let next = newest.parameters;
    for (const [index, { key, value }] of values.entries())
      next = withValue(next, key, value, `/values/${index}`);
    if (comparePolicies(newest.parameters, next).length === 0) refuse("/values", "NOTHING_CHANGES");
    return next;
  });
}

function withValue(
  before: PolicyParameters,
  key: string,
  text: string,
  path: string,
): PolicyParameters {
  const parameter = parameters.find((one) => one.key === key) ?? refuse(path, "UNKNOWN_VALUE");
  // Days of every clock that runs, and of every form, were cut by it.
  if (parameter.key === "zone" && text !== before.zone) refuse(path, "ZONE_IS_FIXED");
  const isNumber = numbers.has(parameter.unit);
  if (isNumber && !numeral.test(text))
    refuse(path, parameter.unit === "RATIO" ? "NOT_A_FRACTION" : "NOT_A_WHOLE_NUMBER");
  const changed: Partial<Record<ParameterKey, unknown>> = {
    ...before,
    [parameter.key]: isNumber ? Number(text) : text,
  };
  const version = createPolicyVersion("next", "2024-08-28", changed as Partial<PolicyParameters>);
  return version.ok ? version.value.parameters : refuse(path, version.error.reason);
}

/**
 * Whether clocks may have started under a version; only one that has not begun may be withdrawn.
 * @example
 * ```ts
 * hasBegun(defaultPolicy, "2024-08-28"); // → true
 * hasBegun(defaultPolicy, "2024-08-27"); // → false
 * ```
 */
export const hasBegun = ({ validFrom }: PolicyVersion, today: LocalDate): boolean =>
  validFrom <= today;
