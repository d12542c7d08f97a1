import type { Calendar } from "../calendar/calendar.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { ClockState, Counting } from "../vocabulary.ts";
import { countedBetween, countedBy, countedTime } from "./counted-time.ts";
import type { CheckedOnsiteFacts } from "./onsite-facts.ts";

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

/** The limit of a policy (五(二)) in milliseconds. */
export const limitMsOf = (policy: PolicyVersion): number =>
  policy.parameters.onsiteLimitMinutes * 60_000;

/**
 * Reads the clock; null where the answer needs a day that the calendar does not cover. Pauses are
 * walked once, in order: each counts from where the ones before have ended, so that overlaps count
 * once, and an open one ends with the event that ended the clock, if any.
 */
export function readOnsiteClock(
  facts: CheckedOnsiteFacts,
  policy: PolicyVersion,
  calendar: Calendar,
  asOf: number,
  counting: Counting,
  limitMs: number = limitMsOf(policy),
): OnsiteReading | null {
  const { receivedAt, completedAt, cancelledAt, pauses } = facts;
  const time = countedTime(counting, calendar, policy.parameters.zone);
  const event = completedAt ?? cancelledAt;
  const end = event ?? asOf;
  let runsFrom = receivedAt;
  let missingMs = limitMs;
  let dueAt: number | null | undefined;
  let pausedMs = 0;
  let isPaused = false;
  for (const pause of pauses) {
    const from = Math.max(pause.from, runsFrom);
    const to = pause.to ?? event ?? Infinity;
    if (pause.voided || to <= from) continue;
    if (dueAt === undefined) {
      dueAt = countedBy(time, runsFrom, missingMs, from);
      if (dueAt === null) return null;
    }
    if (dueAt === undefined) {
      if (to === Infinity) dueAt = null;
      else missingMs -= countedBetween(time, runsFrom, from) ?? 0;
    }
    const countedMs = countedBetween(time, from, Math.min(to, end));
    if (countedMs === null) return null;
    pausedMs += countedMs;
    if (from <= asOf && asOf < to) isPaused = true;
    runsFrom = to;
  }
  if (dueAt === undefined) {
    dueAt = countedBy(time, runsFrom, missingMs, Infinity);
    if (dueAt === null) return null;
  }
  const allMs = countedBetween(time, receivedAt, end);
  if (allMs === null) return null;
  const elapsedMs = allMs - pausedMs;
  return {
    counting,
    state: stateOf(facts, elapsedMs > limitMs, isPaused),
    elapsedMs,
    pausedMs,
    remainingMs: limitMs - elapsedMs,
    dueAt: dueAt ?? null,
  };
}

/** State follows elapsed time, never the deadline; a breach cannot be cancelled away. */
function stateOf(
  { completedAt, cancelledAt }: CheckedOnsiteFacts,
  isOver: boolean,
  isPaused: boolean,
): ClockState {
  if (isOver) return "BREACHED";
  if (completedAt !== null) return "MET";
  if (cancelledAt !== null) return "CANCELLED";
  return isPaused ? "PAUSED" : "RUNNING";
}
