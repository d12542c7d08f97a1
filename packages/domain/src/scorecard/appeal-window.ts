import type { Calendar } from "../calendar/calendar.ts";
import { formatDay } from "../calendar/local-date.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { localDayNumber, offsetsOf, startOfDay } from "../calendar/local-time.ts";
import { nextWorkingDay } from "../calendar/working-day.ts";
import { attempt } from "../input/refuse.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { Result } from "../result.ts";
import { ok } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { uncovered } from "../rule-error.ts";
import { checkInstant } from "../service-clock/event-order.ts";
import type { StepOf } from "../trace-step.ts";

/** How long a vendor may appeal against a scorecard. Instants in epoch milliseconds. */
export interface AppealWindow {
  readonly sentAt: number;
  /** The last day on which an appeal counts. */
  readonly lastDay: LocalDate;
  /** The midnight that ends `lastDay`; an appeal counts strictly before it. */
  readonly closesAt: number;
  readonly workingDays: number;
  readonly policyId: string;
  readonly trace: () => readonly AppealStep[];
}

/** The facts of each step, by its code. */
export interface AppealTraceFacts {
  readonly SCORECARD_SENT: { readonly sentOn: LocalDate };
  readonly APPEAL_DAYS: { readonly workingDays: number; readonly days: readonly LocalDate[] };
  readonly APPEAL_CLOSES: { readonly lastDay: LocalDate };
}

/** One step of the reasoning of an appeal window. */
export type AppealStep = StepOf<AppealTraceFacts>;

/**
 * The appeal window of a scorecard (七(一); its length is ours, a dated value): so many working days,
 * of which the day of sending is none, to the midnight that ends the last. Errors: INVALID_INPUT
 * `/sentAt`; CALENDAR_UNCOVERED where it needs a day beyond the calendar's coverage.
 * @example
 * ```ts
 * const sentAt = Date.parse("2026-10-12T16:00:00+08:00");
 * const window = appealWindow(sentAt, defaultPolicy, ordinaryCalendar);
 * window.ok && window.value.lastDay; // → "2026-10-19"
 * ```
 */
export function appealWindow(
  sentAt: number,
  policy: PolicyVersion,
  calendar: Calendar,
): Result<AppealWindow, RuleError> {
  const checked = attempt(() => checkInstant(sentAt, "/sentAt"));
  if (!checked.ok) return checked;
  const { zone, appealWorkingDays: workingDays } = policy.parameters;
  const offsetAt = offsetsOf(zone);
  const sentOn = localDayNumber(sentAt, offsetAt);
  const days: number[] = [];
  for (let last: number | null = sentOn; days.length < workingDays; days.push(last)) {
    last = nextWorkingDay(calendar, last);
    if (last === null) return uncovered();
  }
  const lastDay = days[days.length - 1] ?? sentOn;
  const closesAt = startOfDay(lastDay + 1, offsetAt);
  return ok({
    sentAt,
    lastDay: formatDay(lastDay),
    closesAt,
    workingDays,
    policyId: policy.id,
    trace: () => [
      {
        code: "SCORECARD_SENT",
        at: sentAt,
        clause: "7.1",
        facts: { sentOn: formatDay(sentOn) },
      },
      {
        code: "APPEAL_DAYS",
        at: null,
        clause: "7.1",
        facts: { workingDays, days: days.map(formatDay) },
      },
      {
        code: "APPEAL_CLOSES",
        at: closesAt,
        clause: "7.1",
        facts: { lastDay: formatDay(lastDay) },
      },
    ],
  });
}
