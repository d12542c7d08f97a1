import type { AttendanceFacts } from "../attendance/assess.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { QuarterName } from "../calendar/quarter.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { ScorecardFacts } from "../scorecard/facts.ts";
import type { OnlineFacts } from "../service-clock/online-facts.ts";
import type { OnsiteFacts } from "../service-clock/onsite-facts.ts";

/** One case as it was recorded. */
export type RecordedCase =
  | { readonly id: string; readonly channel: "ONSITE"; readonly facts: OnsiteFacts }
  | { readonly id: string; readonly channel: "ONLINE"; readonly facts: OnlineFacts };

/**
 * What a quarter of one vendor rests on. Cases of the days around the quarter belong here too where
 * another policy may draw them in: which quarter a case counts for is judged, not given.
 */
export interface QuarterRecord {
  readonly quarter: QuarterName;
  /** The policy versions as they were: each case is judged by the one of its day of receipt. */
  readonly policies: readonly PolicyVersion[];
  readonly calendar: Calendar;
  /** The instant of judging (epoch milliseconds), usually after the quarter's end. */
  readonly asOf: number;
  readonly cases: Iterable<RecordedCase>;
  /** Days of attendance; without them row 7 is answered from `counts`. */
  readonly attendance?: readonly AttendanceFacts[];
  /** Counts of the rows that neither cases nor attendance answer; entries of rows 8 and 9 are not used. */
  readonly counts: ScorecardFacts;
}
