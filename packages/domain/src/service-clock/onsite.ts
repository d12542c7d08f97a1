import type { Calendar } from "../calendar/calendar.ts";
import { refusalOf } from "../input/refuse.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { Result } from "../result.ts";
import { ok } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { uncovered } from "../rule-error.ts";
import { checkInstant } from "./event-order.ts";
import type { OnsiteAssessment } from "./onsite-assessment.ts";
import { OnsiteClock } from "./onsite-clock.ts";
import type { CheckedOnsiteFacts, OnsiteFacts } from "./onsite-facts.ts";
import { checkOnsiteFacts } from "./onsite-facts.ts";
import { readOnsiteClock } from "./onsite-reading.ts";

/**
 * Judges the on-site time limit (五(二)): done within the limit of receiving the materials.
 * Errors: INVALID_INPUT at the fact at fault; CALENDAR_UNCOVERED where opening hours count and a
 * day beyond the calendar's coverage is needed.
 * @example
 * ```ts
 * const facts: OnsiteFacts = {
 *   receivedAt: Date.parse("2026-07-01T08:54:24+08:00"),
 *   completedAt: Date.parse("2026-07-01T09:24:24+08:00"),
 *   pauses: [],
 * };
 * const asOf = Date.parse("2026-07-01T12:00:00+08:00");
 * const judged = assessOnsite(facts, defaultPolicy, ordinaryCalendar, asOf);
 * judged.ok && [judged.value.state, judged.value.elapsedMs, judged.value.remainingMs];
 * // → ["MET", 1800000, 0]
 * assessOnsite({ ...facts, completedAt: 0 }, defaultPolicy, ordinaryCalendar, asOf);
 * // → { ok: false, error: { code: "INVALID_INPUT", path: "/completedAt", reason: "ENDS_BEFORE_START" } }
 * ```
 */
export function assessOnsite(
  facts: OnsiteFacts,
  policy: PolicyVersion,
  calendar: Calendar,
  asOf: number,
): Result<OnsiteAssessment, RuleError> {
  let known: CheckedOnsiteFacts;
  try {
    checkInstant(asOf, "/asOf");
    known = checkOnsiteFacts(facts);
  } catch (thrown) {
    return refusalOf(thrown);
  }
  const reading = readOnsiteClock(known, policy, calendar, asOf, policy.parameters.onsiteCounting);
  return reading === null
    ? uncovered()
    : ok(new OnsiteClock(known, policy, calendar, asOf, reading));
}
