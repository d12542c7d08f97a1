import { localDayOf } from "../calendar/local-time.ts";
import { quarterRange, REGULATION_EFFECTIVE_FROM } from "../calendar/quarter.ts";
import type { QuarterName } from "../calendar/quarter.ts";
import type { CellEvidence } from "../messages/cell-evidence.ts";
import type { Result } from "../result.ts";
import { ok } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import type { OnlineAssessment } from "../service-clock/online-assessment.ts";
import type { OnsiteAssessment } from "../service-clock/onsite-assessment.ts";
import type { ScorecardFacts } from "./facts.ts";

/** What one vendor's clocks of a quarter come to: rows 8 and 9, and what their cells say besides. */
export interface CaseTally {
  readonly facts: Required<Pick<ScorecardFacts, 8 | 9>>;
  readonly evidence: CellEvidence;
  /** On-site and online cases of the quarter, assessable or not; row 4 asks for the online ones. */
  readonly cases: { readonly onsite: number; readonly online: number };
}

/** What either clock says of a case. */
export type Assessment = OnsiteAssessment | OnlineAssessment;

/** Counts assessments one by one and keeps none of them. */
export interface CaseCounter {
  /** Counts an assessment and answers true, unless it belongs to another quarter. */
  readonly add: (assessment: Assessment) => boolean;
  /** What has been counted so far. */
  readonly tally: () => CaseTally;
}

/**
 * A counter for one vendor's cases of a quarter (rows 8 and 9 of the annex). Assessable are clocks
 * that are MET or BREACHED, on-site ones by the day of receipt, online ones by the due day. Errors:
 * INVALID_INPUT `/quarter`.
 * @example
 * ```ts
 * const counter = createCaseCounter("2026Q3");
 * const receivedAt = Date.parse("2026-07-01T08:54:24+08:00");
 * const facts = { receivedAt, completedAt: receivedAt + 1_860_000, pauses: [] };
 * const judged = assessOnsite(facts, defaultPolicy, ordinaryCalendar, receivedAt);
 * counter.ok && judged.ok && counter.value.add(judged.value); // → true
 * counter.ok && counter.value.tally().facts[8]; // → { assessable: 1, breached: 1 }
 * ```
 */
export function createCaseCounter(quarter: QuarterName): Result<CaseCounter, RuleError> {
  const range = quarterRange(quarter);
  if (!range.ok) return range;
  const { from, to } = range.value;
  // What was received before the regulation is out of scope (八), also where it is due after.
  const isBefore = ({ startedAt, zone }: Assessment): boolean =>
    from < REGULATION_EFFECTIVE_FROM && localDayOf(startedAt, zone) < REGULATION_EFFECTIVE_FROM;
  const onsite = { cases: 0, assessable: 0, breached: 0, longestMs: -1 };
  const online = {
    cases: 0,
    assessable: 0,
    breached: 0,
    completionBreached: 0,
    mailingBreached: 0,
  };
  return ok({
    add(assessment) {
      const { channel, state, countsOn } = assessment;
      if (countsOn < from || countsOn > to || isBefore(assessment)) return false;
      const row = channel === "ONSITE" ? onsite : online;
      row.cases += 1;
      if (state !== "MET" && state !== "BREACHED") return true;
      row.assessable += 1;
      if (state === "BREACHED") row.breached += 1;
      if (assessment.channel === "ONSITE") {
        onsite.longestMs = Math.max(onsite.longestMs, assessment.elapsedMs);
        return true;
      }
      if (assessment.completion === "BREACHED") online.completionBreached += 1;
      if (assessment.mailing === "BREACHED") online.mailingBreached += 1;
      return true;
    },
    tally: () => ({
      facts: {
        8: { assessable: onsite.assessable, breached: onsite.breached },
        9: { assessable: online.assessable, breached: online.breached },
      },
      evidence: {
        ...(onsite.longestMs < 0 ? {} : { longestMs: onsite.longestMs }),
        completionBreached: online.completionBreached,
        mailingBreached: online.mailingBreached,
      },
      cases: { onsite: onsite.cases, online: online.cases },
    }),
  });
}

/**
 * Counts a stream of assessments in one pass, in memory that does not grow with it: any iterable will
 * do. Errors: INVALID_INPUT `/quarter`.
 * @example
 * ```ts
 * const tally = tallyCases("2026Q3", []);
 * tally.ok && tally.value.cases; // → { onsite: 0, online: 0 }
 * tallyCases("2026Q5", []);
 * // → { ok: false, error: { code: "INVALID_INPUT", path: "/quarter", reason: "NOT_A_QUARTER" } }
 * ```
 */
export function tallyCases(
  quarter: QuarterName,
  assessments: Iterable<Assessment>,
): Result<CaseTally, RuleError> {
  const counter = createCaseCounter(quarter);
  if (!counter.ok) return counter;
  for (const assessment of assessments) counter.value.add(assessment);
  return ok(counter.value.tally());
}
