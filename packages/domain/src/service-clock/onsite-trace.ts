import type { Calendar } from "../calendar/calendar.ts";
import type { OnsiteAssessment } from "./onsite-assessment.ts";
import type { CheckedOnsiteFacts } from "./onsite-facts.ts";
import { countedBetween, countedTime } from "./counted-time.ts";
import type { CountedTime } from "./counted-time.ts";
import type { Pause } from "./pauses.ts";
import type { TraceStep } from "./trace.ts";

/** Every step from arrival to verdict, in the order in which it explains itself. */
export function traceOnsite(
  facts: CheckedOnsiteFacts,
  calendar: Calendar,
  clock: OnsiteAssessment,
): readonly TraceStep[] {
  const time = countedTime(clock.counting, calendar, clock.zone);
  const { limitMs, counting, pausedMs } = clock;
  return [
    ...arrival(facts),
    {
      code: "MATERIALS_RECEIVED",
      at: facts.receivedAt,
      clause: "5.2",
      facts: { limitMs, counting },
    },
    ...facts.pauses.map((pause) => pauseStep(pause, time, clock)),
    clock.dueAt === null
      ? { code: "DUE_UNKNOWN", at: null, clause: "5.2", facts: { limitMs } }
      : { code: "DUE", at: clock.dueAt, clause: "5.2", facts: { limitMs, pausedMs } },
    ...ending(facts, clock),
    otherCounting(clock),
    {
      code: "ONSITE_VERDICT",
      at: clock.endedAt,
      clause: "5.2",
      facts: {
        state: clock.state,
        elapsedMs: clock.elapsedMs,
        pausedMs,
        remainingMs: clock.remainingMs,
        limitMs,
        counting,
        startedAt: clock.startedAt,
        endedAt: clock.endedAt,
        endedBy: clock.endedBy,
      },
    },
  ];
}

function arrival(facts: CheckedOnsiteFacts): TraceStep[] {
  const at = facts.arrivedAt;
  if (at === null) return [];
  const waitMs = Math.max(0, facts.receivedAt - at);
  return [{ code: "ARRIVED", at, clause: "5.2", facts: { waitMs } }];
}

function pauseStep(pause: Pause, time: CountedTime, clock: OnsiteAssessment): TraceStep {
  const from = Math.max(pause.from, clock.startedAt);
  const to = Math.min(pause.to ?? Infinity, clock.endedAt);
  const countedMs = pause.voided ? 0 : (countedBetween(time, from, to) ?? 0);
  const facts = { from: pause.from, to: pause.to, reason: pause.reason, countedMs };
  const step = { at: pause.from, clause: "5.2", facts } as const;
  if (pause.voided) return { code: "PAUSE_VOIDED", ...step };
  if (to <= from) return { code: "PAUSE_OUTSIDE", ...step };
  if (pause.to === null) return { code: "PAUSE_OPEN", ...step };
  const whole = from === pause.from && to === pause.to;
  return { code: whole ? "PAUSE_COUNTED" : "PAUSE_CLIPPED", ...step };
}

function ending(
  { completedAt, cancelledAt }: CheckedOnsiteFacts,
  clock: OnsiteAssessment,
): TraceStep[] {
  const steps: TraceStep[] = [];
  if (cancelledAt !== null) {
    const completed = completedAt !== null;
    steps.push({ code: "CANCELLED", at: cancelledAt, clause: "5.2", facts: { completed } });
  }
  if (completedAt !== null) {
    const afterCancellation = cancelledAt !== null && cancelledAt < completedAt;
    steps.push({ code: "COMPLETED", at: completedAt, clause: "5.2", facts: { afterCancellation } });
  }
  if (steps.length === 0)
    steps.push({ code: "STILL_OPEN", at: clock.endedAt, clause: null, facts: {} });
  return steps;
}

function otherCounting(clock: OnsiteAssessment): TraceStep {
  const other = clock.otherReading();
  return {
    code: "OTHER_COUNTING",
    at: other?.dueAt ?? null,
    clause: "5.2",
    facts: {
      counting: clock.counting === "WALL" ? "BUSINESS" : "WALL",
      state: other?.state ?? null,
      elapsedMs: other?.elapsedMs ?? null,
      differs: other === null ? null : other.state !== clock.state,
    },
  };
}
