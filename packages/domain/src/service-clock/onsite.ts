import type { Calendar } from "../calendar/calendar.ts";
import { localDayOf } from "../calendar/local-time.ts";
import { attempt } from "../input/refuse.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { Result } from "../result.ts";
import { ok } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { uncovered } from "../rule-error.ts";
import { checkInstant } from "./event-order.ts";
import type { OnsiteFacts } from "./onsite-facts.ts";
import { checkOnsiteFacts } from "./onsite-facts.ts";
import type { OnsiteReading } from "./onsite-reading.ts";
import { onsiteBreachesAt, readOnsiteClock } from "./onsite-reading.ts";
import type { OnsiteAssessment } from "./onsite-assessment.ts";
import { traceOnsite } from "./onsite-trace.ts";

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
  const checked = attempt(() => {
    checkInstant(asOf, "/asOf");
    return checkOnsiteFacts(facts);
  });
  if (!checked.ok) return checked;
  const known = checked.value;
  const { zone, onsiteLimitMinutes, onsiteCounting: counting } = policy.parameters;
  const terms = { calendar, zone, limitMs: onsiteLimitMinutes * 60_000, asOf };
  const reading = readOnsiteClock(known, terms, counting);
  if (reading === null) return uncovered();
  const otherReading = (): OnsiteReading | null =>
    readOnsiteClock(known, terms, counting === "WALL" ? "BUSINESS" : "WALL");
  const assessment: OnsiteAssessment = {
    channel: "ONSITE",
    ...reading,
    breachesAt: onsiteBreachesAt(known, terms, counting),
    countsOn: localDayOf(known.receivedAt, zone),
    isOpen: known.completedAt === null && known.cancelledAt === null,
    startedAt: known.receivedAt,
    endedAt: known.completedAt ?? known.cancelledAt ?? asOf,
    endedBy:
      known.completedAt === null
        ? known.cancelledAt === null
          ? "AS_OF"
          : "CANCELLATION"
        : "COMPLETION",
    limitMs: terms.limitMs,
    zone,
    policyId: policy.id,
    otherReading,
    trace: () => traceOnsite(known, terms, assessment),
  };
  return ok(assessment);
}
