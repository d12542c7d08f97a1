import {
  addDays,
  type Calendar,
  compareCalendars,
  comparePolicies,
  countDayChanges,
  type DayChange,
  type DayChangeCounts,
  localDayOf,
  ok,
  type ParameterChange,
  type PolicyVersion,
  type Refusal,
  type Result,
} from "@signet/domain";

import type { NotSignedIn } from "../../../platform/identity/permitted.ts";
import type { WorkContext } from "../../../platform/orm/index.ts";
import { type CalendarChange, draftCalendar, type DraftProblem } from "./draft-calendar.ts";
import { draftPolicy, type PolicyChange } from "./draft-policy.ts";
import { mayEditRules } from "./edit-rules.ts";
import type { RuleBook } from "./rule-book.ts";

/** Rules as they would be: for asking what they would have made of clocks that run under others. */
export interface Hypothesis {
  readonly book: RuleBook;
  readonly calendar: Calendar | null;
  readonly policy: PolicyVersion | null;
}

export interface CalendarPreview {
  readonly number: number;
  readonly counts: DayChangeCounts;
  readonly days: readonly DayChange[];
  readonly hypothesis: Hypothesis;
}

export interface PolicyPreview {
  readonly validFrom: string;
  readonly changes: readonly ParameterChange[];
  readonly hypothesis: Hypothesis;
}

type PreviewProblem = DraftProblem | Refusal | NotSignedIn;

/** What an edit of the calendar would change, day by day; writes nothing. */
export async function previewCalendarChange(
  context: WorkContext,
  change: CalendarChange,
): Promise<Result<CalendarPreview, PreviewProblem>> {
  const allowed = mayEditRules(context);
  if (!allowed.ok) return allowed;
  const draft = await draftCalendar(context.em, change);
  if (!draft.ok) return draft;
  const { book, after, number } = draft.value;
  const before = book.calendar.calendar;
  const today = localDayOf(context.clock.now().getTime(), book.zone);
  const { from, to } = after.spec.coverage ?? { from: today, to: addDays(today, 366) };
  const days = compareCalendars(before, after, from, to);
  if (!days.ok) throw new Error(`Two calendars cannot be compared at ${days.error.path}`);
  return ok({
    number,
    counts: countDayChanges(days.value, today),
    days: days.value,
    hypothesis: { book, calendar: after, policy: null },
  });
}

/** What an announcement would change, value by value; writes nothing. */
export async function previewPolicyChange(
  context: WorkContext,
  change: PolicyChange,
): Promise<Result<PolicyPreview, PreviewProblem>> {
  const allowed = mayEditRules(context);
  if (!allowed.ok) return allowed;
  const draft = await draftPolicy(context.em, change, context.clock.now());
  if (!draft.ok) return draft;
  const { book, after } = draft.value;
  const { validFrom } = change;
  return ok({
    validFrom,
    changes: comparePolicies(book.newestPolicy.parameters, after),
    hypothesis: { book, calendar: null, policy: { id: "preview", validFrom, parameters: after } },
  });
}
