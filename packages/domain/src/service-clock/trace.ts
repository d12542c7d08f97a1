import type { ClockTime } from "../calendar/clock-time.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { StepOf } from "../trace-step.ts";
import type {
  ClockState,
  Counting,
  Delivery,
  MilestoneState,
  NextDay,
  PauseReason,
} from "../vocabulary.ts";

/** What the clock's end is: an event, or the moment of looking. */
export const ClockEnd = {
  COMPLETION: "COMPLETION",
  CANCELLATION: "CANCELLATION",
  AS_OF: "AS_OF",
} as const;
export type ClockEnd = (typeof ClockEnd)[keyof typeof ClockEnd];

/** A pause as the trace shows it; `countedMs` is what it takes off by itself, overlaps not yet united. */
export interface TracedPause {
  readonly from: number;
  readonly to: number | null;
  readonly reason: PauseReason;
  readonly countedMs: number;
}

/** The facts of each step, by its code. Plain data, ready to be stored. Milliseconds throughout. */
export interface TraceFacts {
  readonly ARRIVED: { readonly waitMs: number };
  readonly MATERIALS_RECEIVED: { readonly limitMs: number; readonly counting: Counting };
  readonly PAUSE_COUNTED: TracedPause;
  readonly PAUSE_CLIPPED: TracedPause;
  readonly PAUSE_OPEN: TracedPause;
  readonly PAUSE_OUTSIDE: TracedPause;
  readonly PAUSE_VOIDED: TracedPause;
  readonly DUE: { readonly limitMs: number; readonly pausedMs: number };
  readonly DUE_UNKNOWN: { readonly limitMs: number };
  readonly COMPLETED: { readonly afterCancellation: boolean };
  readonly CANCELLED: { readonly completed: boolean };
  readonly STILL_OPEN: Record<string, never>;
  readonly OTHER_COUNTING: {
    readonly counting: Counting;
    readonly state: ClockState | null;
    readonly elapsedMs: number | null;
    readonly differs: boolean | null;
  };
  readonly ONSITE_VERDICT: {
    readonly state: ClockState;
    readonly elapsedMs: number;
    readonly pausedMs: number;
    readonly remainingMs: number;
    readonly limitMs: number;
    readonly counting: Counting;
    readonly startedAt: number;
    readonly endedAt: number;
    readonly endedBy: ClockEnd;
  };
  readonly SUBMISSION_RECEIVED: { readonly cutoff: ClockTime; readonly afterCutoff: boolean };
  readonly DUE_DAY: {
    readonly dueDay: LocalDate;
    readonly nextDay: NextDay;
    readonly afterCutoff: boolean;
  };
  readonly OTHER_DUE_DAY: {
    readonly nextDay: NextDay;
    readonly otherDueDay: LocalDate | null;
    readonly differs: boolean | null;
  };
  readonly DAY_ENDS: { readonly dueDay: LocalDate };
  readonly COMPLETION_JUDGED: MilestoneFacts;
  readonly MAILING_JUDGED: MilestoneFacts & { readonly delivery: Delivery };
  readonly ONLINE_VERDICT: {
    readonly state: ClockState;
    readonly completion: MilestoneState;
    readonly mailing: MilestoneState;
    readonly dueDay: LocalDate;
    readonly dueAt: number;
    readonly startedAt: number;
    readonly completedAt: number | null;
    readonly mailedAt: number | null;
    readonly cancelledAt: number | null;
  };
}

/** One milestone of the online clock; `lateMs` is above 0 only where it has an instant and is late. */
export interface MilestoneFacts {
  readonly state: MilestoneState;
  readonly lateMs: number;
}

/** The name of a step. */
export type TraceCode = keyof TraceFacts;

/** One step of the reasoning of a clock. */
export type TraceStep = StepOf<TraceFacts>;
