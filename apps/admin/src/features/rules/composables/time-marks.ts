import { parseLocalDateTime, type Span, startOfLocalDay } from "@signet/domain";

import { zone } from "../../../shared/words.ts";
import type { TrialOutcome } from "./assess-trial.ts";
import type { TimeWindow } from "./time-window.ts";
import { daysBetween, openOn } from "./trial-calendar.ts";
import type { TrialCase } from "./trial-case.ts";

/** A line across the time line. */
export interface TimeMark {
  readonly kind: "due" | "otherDue" | "midnight" | "cutoff";
  readonly at: number;
}

/** What lies behind the lanes of a time line. */
export interface TimeMarks {
  readonly open: readonly Span[];
  readonly lines: readonly TimeMark[];
}

/** More days than this are too narrow to be told apart. */
const mostDays = 31;

/** Deadlines, midnights, cut-offs and opening hours within a window. */
export function marksOf(
  channel: TrialCase["channel"],
  { assessment, other, terms }: TrialOutcome,
  window: TimeWindow,
): TimeMarks {
  const days = daysBetween(window.from, window.to, mostDays + 1);
  const near = days.length > mostDays ? [] : days;
  const lines: TimeMark[] = near.map((day) => ({
    kind: "midnight",
    at: startOfLocalDay(day, zone),
  }));
  if (channel === "ONLINE")
    for (const day of near) {
      const at = parseLocalDateTime(`${day} ${terms.policy.parameters.onlineCutoff}`, zone);
      if (at !== null) lines.push({ kind: "cutoff", at });
    }
  const due = assessment?.dueAt ?? null;
  const otherDue = other?.dueAt ?? null;
  if (otherDue !== null && otherDue !== due) lines.push({ kind: "otherDue", at: otherDue });
  if (due !== null) lines.push({ kind: "due", at: due });
  return {
    open: openOn(terms.calendar, near),
    lines: lines.filter(({ at }) => at >= window.from && at <= window.to),
  };
}
