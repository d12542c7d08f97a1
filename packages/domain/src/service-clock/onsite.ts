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
