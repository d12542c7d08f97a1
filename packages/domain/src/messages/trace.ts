import type { TraceCode, TraceFacts, TraceStep } from "../service-clock/trace.ts";
import type { Locale } from "./locale.ts";
import { onlineSteps } from "./trace-online.ts";
import { onsiteSteps } from "./trace-onsite.ts";
import type { RenderedStep, RenderStep } from "./trace-wording.ts";

/** Exhaustive: a step without words does not compile. */
const steps: { readonly [Code in TraceCode]: RenderStep<TraceFacts[Code]> } = {
  ...onsiteSteps,
  ...onlineSteps,
};

/**
 * One step of a trace in words; instants are shown in the zone given.
 * @example
 * ```ts
 * const facts = { receivedAt: Date.parse("2026-07-01T08:54:24+08:00"), pauses: [] };
 * const judged = assessOnsite(facts, defaultPolicy, ordinaryCalendar, facts.receivedAt);
 * const [first] = judged.ok ? judged.value.trace() : [];
 * first && renderTraceStep(first, "en", "Asia/Shanghai").title;
 * // → "1 July 2026 8:54:24 materials received"
 * ```
 */
export function renderTraceStep(step: TraceStep, locale: Locale, zone: string): RenderedStep {
  // A step's facts are those of its own code.
  const render = steps[step.code] as RenderStep<TraceStep["facts"]>;
  return render(step.facts, step.at, { locale, zone, zh: locale === "zh-CN" });
}
