import { localDayOf } from "../calendar/local-time.ts";
import { quarterRange } from "../calendar/quarter.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import { policyOn } from "../regulation/policy.ts";
import type { Result } from "../result.ts";
import { ok } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { invalid } from "../rule-error.ts";
import type { RowAssessment } from "../scorecard/row-assessment.ts";
import { assessScorecard } from "../scorecard/assess.ts";
import type { ScorecardFacts } from "../scorecard/facts.ts";
import { createCaseCounter } from "../scorecard/tally-cases.ts";
import type { CaseVerdict } from "./judge-case.ts";
import { judgeCase, verdictOf } from "./judge-case.ts";
import type { QuarterRecord, RecordedCase } from "./quarter-record.ts";
import { below, tallyAttendance, withoutBounds } from "./recount.ts";

/** A row before and after; `changed` where its answer differs, or the facts it follows from. */
export interface RowDifference {
  readonly before: RowAssessment;
  readonly after: RowAssessment;
  readonly changed: boolean;
}

/** A case whose verdict differs; null on the side on which it does not count for the quarter. */
export interface CaseDifference {
  readonly id: string;
  readonly channel: RecordedCase["channel"];
  readonly before: CaseVerdict | null;
  readonly after: CaseVerdict | null;
}

/** A quarter as it was judged, and as another policy would have judged it. */
export interface Replay {
  readonly policyId: string;
  /** Ten rows in order. */
  readonly rows: readonly RowDifference[];
  /** Only the cases that differ, in the order given. */
  readonly cases: readonly CaseDifference[];
  readonly facts: { readonly before: ScorecardFacts; readonly after: ScorecardFacts };
}

/**
 * Judges a past quarter again under another policy and tells the difference, row by row (七(一)) and
 * case by case (五(二), 五(三)). Nothing is rewritten: a difference changes no form. The cases are
 * read once. Errors: INVALID_INPUT `/quarter`, `/policies`, or below `/cases/<index>`,
 * `/attendance/<index>` and `/facts/<row>`; CALENDAR_UNCOVERED below the case that needs the day.
 * @example
 * ```ts
 * const receivedAt = Date.parse("2026-07-01T09:00:00+08:00");
 * const facts = { receivedAt, completedAt: receivedAt + 28 * 60_000, pauses: [] };
 * const quarter: QuarterRecord = {
 *   quarter: "2026Q3",
 *   policies: [defaultPolicy],
 *   calendar: ordinaryCalendar,
 *   asOf: Date.parse("2026-10-08T09:00:00+08:00"),
 *   cases: [{ id: "A-1", channel: "ONSITE", facts }],
 *   counts: {},
 * };
 * const stricter = createPolicyVersion("what-if", "2026-07-01", { onsiteLimitMinutes: 25 });
 * const answer = stricter.ok && replay(quarter, stricter.value);
 * answer && answer.ok && answer.value.cases[0]?.after?.state; // → "BREACHED"
 * answer && answer.ok && answer.value.rows[7]?.before.value; // → "NO"
 * answer && answer.ok && answer.value.rows[7]?.after.value; // → "YES"
 * ```
 */
export function replay(record: QuarterRecord, policy: PolicyVersion): Result<Replay, RuleError> {
  const range = quarterRange(record.quarter);
  if (!range.ok) return range;
  const before = createCaseCounter(record.quarter);
  const after = createCaseCounter(record.quarter);
  if (!before.ok) return before;
  if (!after.ok) return after;
  const last = policyOn(record.policies, range.value.to);
  if (last === null) return invalid("/policies", "MISSING");
  const { calendar, asOf } = record;
  const cases: CaseDifference[] = [];
  let index = 0;
  for (const one of record.cases) {
    const day = localDayOf(one.facts.receivedAt, last.parameters.zone);
    const was = judgeCase(one, policyOn(record.policies, day) ?? last, calendar, asOf);
    const would = judgeCase(one, policy, calendar, asOf);
    if (!was.ok) return below(`/cases/${index}`, was.error);
    if (!would.ok) return below(`/cases/${index}`, would.error);
    const verdicts = {
      before: before.value.add(was.value) ? verdictOf(was.value) : null,
      after: after.value.add(would.value) ? verdictOf(would.value) : null,
    };
    if (differ(verdicts.before, verdicts.after))
      cases.push({ id: one.id, channel: one.channel, ...verdicts });
    index += 1;
  }

  const days = record.attendance;
  const attendanceBefore =
    days && tallyAttendance(days, ({ date }) => policyOn(record.policies, date) ?? last);
  const attendanceAfter = days && tallyAttendance(days, () => policy);
  if (attendanceBefore?.ok === false) return attendanceBefore;
  if (attendanceAfter?.ok === false) return attendanceAfter;
  const facts = {
    before: { ...record.counts, ...row7(attendanceBefore?.value), ...before.value.tally().facts },
    after: {
      ...withoutBounds(record.counts),
      ...row7(attendanceAfter?.value),
      ...after.value.tally().facts,
    },
  };
  const formBefore = assessScorecard(facts.before, last);
  if (!formBefore.ok) return formBefore;
  const formAfter = assessScorecard(facts.after, policy);
  if (!formAfter.ok) return formAfter;
  const rows = formBefore.value.rows.flatMap((was, position): RowDifference[] => {
    const would = formAfter.value.rows[position];
    if (would === undefined) return [];
    const { row } = was;
    const recounted = JSON.stringify(facts.before[row]) !== JSON.stringify(facts.after[row]);
    return [{ before: was, after: would, changed: was.value !== would.value || recounted }];
  });
  return ok({ policyId: policy.id, rows, cases, facts });
}

const row7 = (counts: ScorecardFacts[7] | undefined): ScorecardFacts =>
  counts === undefined ? {} : { 7: counts };

/** Whose policy said it is no difference by itself. */
const differ = (was: CaseVerdict | null, would: CaseVerdict | null): boolean =>
  was?.state !== would?.state || was?.dueAt !== would?.dueAt || was?.countsOn !== would?.countsOn;
