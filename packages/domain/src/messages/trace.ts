import type { AttendanceTraceFacts } from "../attendance/trace.ts";
import type { AppealTraceFacts } from "../scorecard/appeal-window.ts";
import type { RowTraceFacts } from "../scorecard/trace.ts";
import type { TraceFacts } from "../service-clock/trace.ts";
import type { StepOf } from "../trace-step.ts";
import type { Locale } from "./locale.ts";
import { appealSteps } from "./trace-appeal.ts";
import { attendanceSteps } from "./trace-attendance.ts";
import { onlineSteps } from "./trace-online.ts";
import { onsiteSteps } from "./trace-onsite.ts";
import { rowSteps } from "./trace-scorecard.ts";
import type { RenderedStep, RenderStep } from "./trace-wording.ts";

/** The facts of every step of every trace, by its code. */
export type AnyTraceFacts = TraceFacts & AttendanceTraceFacts & RowTraceFacts & AppealTraceFacts;

/** A step of any trace. */
export type AnyStep = StepOf<AnyTraceFacts>;

/** Exhaustive: a step without words does not compile. */
const steps: { readonly [Code in keyof AnyTraceFacts]: RenderStep<AnyTraceFacts[Code]> } =
  /* @__PURE__ */ Object.assign(
    {},
    onsiteSteps,
    onlineSteps,
    attendanceSteps,
    rowSteps,
    appealSteps,
  );

/**
 * One step of any trace in words; instants are shown in the zone given.
 * @example
 * ```ts
 * const facts = { receivedAt: Date.parse("2026-07-01T08:54:24+08:00"), pauses: [] };
 * const judged = assessOnsite(facts, defaultPolicy, ordinaryCalendar, facts.receivedAt);
 * const [first] = judged.ok ? judged.value.trace() : [];
 * first && renderTraceStep(first, "en", "Asia/Shanghai").title;
 * // → "1 July 2026 8:54:24 materials received"
 * ```
 */
export function renderTraceStep(step: AnyStep, locale: Locale, zone: string): RenderedStep {
  // A step's facts are those of its own code.
  const render = steps[step.code] as RenderStep<AnyStep["facts"]>;
  return render(step.facts, step.at, { locale, zone, zh: locale === "zh-CN" });
}
