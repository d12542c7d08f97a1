import type { Calendar } from "../calendar/calendar.ts";
import type { Spans } from "../calendar/spans.ts";
import type { ClockState, Counting } from "../vocabulary.ts";
import { countedTime } from "./counted-time.ts";
import type { CheckedOnsiteFacts } from "./onsite-facts.ts";
import { effectivePauses, pausedBefore, reachBetweenPauses } from "./pauses.ts";

/** The on-site clock under one way of counting. Durations in milliseconds, instants in epoch milliseconds. */
export interface OnsiteReading {
  readonly counting: Counting;
  readonly state: ClockState;
  readonly elapsedMs: number;
  readonly pausedMs: number;
  /** Limit less elapsed time; negative when over. */
  readonly remainingMs: number;
  /** Null where an open pause begins first. */
  readonly dueAt: number | null;
}

/** What a reading needs besides the facts. */
export interface OnsiteTerms {
  readonly calendar: Calendar;
  readonly zone: string;
  readonly limitMs: number;
  readonly asOf: number;
}

/** Reads the clock; null where the answer needs a day that the calendar does not cover. */
export function readOnsiteClock(
  facts: CheckedOnsiteFacts,
  terms: OnsiteTerms,
  counting: Counting,
): OnsiteReading | null {
  const { receivedAt, completedAt, cancelledAt } = facts;
  const time = countedTime(counting, terms.calendar, terms.zone);
  const event = completedAt ?? cancelledAt;
  const end = event ?? terms.asOf;
  const pauses = effectivePauses(facts.pauses, receivedAt, event);
  const allMs = time.between(receivedAt, end);
  const pausedMs = pausedBefore(time, pauses, end);
  if (allMs === null || pausedMs === null) return null;
  const due = reachBetweenPauses(time, receivedAt, terms.limitMs, pauses);
  if (due === null) return null;
  const elapsedMs = allMs - pausedMs;
  return {
    counting,
    state: stateOf(facts, terms, elapsedMs, pauses),
    elapsedMs,
    pausedMs,
    remainingMs: terms.limitMs - elapsedMs,
    dueAt: due.at,
  };
}

/** State follows elapsed time, never the deadline; a breach cannot be cancelled away. */
function stateOf(
  facts: CheckedOnsiteFacts,
  terms: OnsiteTerms,
  elapsedMs: number,
  pauses: Spans,
): ClockState {
  if (elapsedMs > terms.limitMs) return "BREACHED";
  if (facts.completedAt !== null) return "MET";
  if (facts.cancelledAt !== null) return "CANCELLED";
  return pauses.some(([from, to]) => from <= terms.asOf && terms.asOf < to) ? "PAUSED" : "RUNNING";
}

/**
 * The first instant at which an open clock is breached if nothing more happens: the limit and one
 * millisecond have counted. Null once it has ended, behind an open pause, and beyond the coverage.
 */
export function onsiteBreachesAt(
  facts: CheckedOnsiteFacts,
  terms: OnsiteTerms,
  counting: Counting,
): number | null {
  if (facts.completedAt !== null || facts.cancelledAt !== null) return null;
  const time = countedTime(counting, terms.calendar, terms.zone);
  const pauses = effectivePauses(facts.pauses, facts.receivedAt, null);
  return reachBetweenPauses(time, facts.receivedAt, terms.limitMs + 1, pauses)?.at ?? null;
}
