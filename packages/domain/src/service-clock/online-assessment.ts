import type { ClockTime } from "../calendar/clock-time.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { ClockState, MilestoneState, NextDay } from "../vocabulary.ts";
import type { CheckedOnlineFacts } from "./online-facts.ts";
import type { TraceStep } from "./trace.ts";

/** What the online clock says, and why. Instants in epoch milliseconds. */
export interface OnlineAssessment {
  readonly channel: "ONLINE";
  readonly state: ClockState;
  readonly dueDay: LocalDate;
  /** The midnight that ends `dueDay`. */
  readonly dueAt: number;
  /** The due day under the reading not adopted; null where the calendar does not cover it. */
  readonly otherDueDay: LocalDate | null;
  readonly otherDueAt: number | null;
  readonly readingsDiffer: boolean | null;
  readonly completion: MilestoneState;
  readonly mailing: MilestoneState;
  /** `dueAt` while a milestone is open, which is when it will be (or was) breached; else null. */
  readonly breachesAt: number | null;
  /** The due day, whose quarter the case belongs to. */
  readonly countsOn: LocalDate;
  /** Not cancelled, and not completed or still to be mailed. */
  readonly isOpen: boolean;
  readonly startedAt: number;
  readonly afterCutoff: boolean;
  readonly cutoff: ClockTime;
  readonly nextDay: NextDay;
  readonly facts: CheckedOnlineFacts;
  readonly zone: string;
  readonly policyId: string;
  readonly trace: () => readonly TraceStep[];
}
