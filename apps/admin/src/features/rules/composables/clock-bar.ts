import type { Span } from "@signet/domain";

import type { Assessment } from "./assess-trial.ts";

/** The clock as bars: how long it may run, how long it ran, and what of that was too long. */
export interface ClockBar {
  readonly allowed: Span | null;
  readonly ran: Span | null;
  readonly late: Span | null;
}

/** Until when a clock ran; an open one runs until it is looked at. */
function endOf(clock: Assessment, asOf: number | null): number | null {
  if (clock.channel === "ONSITE") return clock.endedAt;
  const { completedAt, mailedAt, cancelledAt } = clock.facts;
  const events = [completedAt, mailedAt, cancelledAt].filter((at) => at !== null);
  return clock.isOpen || events.length === 0 ? asOf : Math.max(...events);
}

/** The bars of a clock; nothing is drawn backwards. */
export function clockBar(clock: Assessment | null, asOf: number | null): ClockBar {
  if (clock === null) return { allowed: null, ran: null, late: null };
  const { startedAt, dueAt, state } = clock;
  const end = endOf(clock, asOf);
  const span = (from: number | null, to: number | null): Span | null =>
    from !== null && to !== null && to > from ? [from, to] : null;
  return {
    allowed: span(startedAt, dueAt),
    ran: span(startedAt, end),
    late: state === "BREACHED" ? span(dueAt, end) : null,
  };
}
