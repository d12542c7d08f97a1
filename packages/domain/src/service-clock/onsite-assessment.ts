import type { LocalDate } from "../calendar/local-date.ts";
import type { OnsiteReading } from "./onsite-reading.ts";
import type { ClockEnd, TraceStep } from "./trace.ts";

/** What the on-site clock says, and why. Durations in milliseconds, instants in epoch milliseconds. */
export interface OnsiteAssessment extends OnsiteReading {
  readonly channel: "ONSITE";
  /** The first instant at which an open clock becomes BREACHED if nothing happens; else null. */
  readonly breachesAt: number | null;
  /** The local day of receipt, whose quarter the case belongs to. */
  readonly countsOn: LocalDate;
  /** Neither completed nor cancelled. */
  readonly isOpen: boolean;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly endedBy: ClockEnd;
  readonly limitMs: number;
  readonly zone: string;
  readonly policyId: string;
  /** The clock under the other way of counting; null where the calendar does not cover it. */
  readonly otherReading: () => OnsiteReading | null;
  readonly trace: () => readonly TraceStep[];
}
