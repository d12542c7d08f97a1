import type { EntityManager } from "@mikro-orm/postgresql";
import {
  type Calendar,
  type CalendarEdit,
  editCalendar,
  err,
  ok,
  type Result,
  type RuleError,
} from "@signet/domain";

import { loadRuleBook, type RuleBook } from "./rule-book.ts";

/** Edits of the calendar that the editor saw. */
export interface CalendarChange {
  readonly seenNumber: number;
  readonly edits: readonly CalendarEdit[];
}

export type DraftProblem =
  | { readonly code: "CHANGED_MEANWHILE" }
  | { readonly code: "INVALID_INPUT"; readonly error: RuleError };

export interface CalendarDraft {
  readonly book: RuleBook;
  readonly after: Calendar;
  readonly number: number;
}

/** The next calendar as the edits would make it: what a preview shows is what a change writes. */
export async function draftCalendar(
  em: EntityManager,
  { seenNumber, edits }: CalendarChange,
): Promise<Result<CalendarDraft, DraftProblem>> {
  const book = await loadRuleBook(em);
  if (book.calendar.number !== seenNumber) return err({ code: "CHANGED_MEANWHILE" });
  const after = editCalendar(book.calendar.calendar, edits);
  return after.ok
    ? ok({ book, after: after.value, number: seenNumber + 1 })
    : err({ code: "INVALID_INPUT", error: after.error });
}
