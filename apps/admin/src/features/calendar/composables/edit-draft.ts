import type {
  CalendarEditInput,
  ClockIntervalInput,
  DayEdit,
  WeekdayHoursInput,
} from "../../../graphql/graphql.ts";

/** What is being filled in: one edit, whatever it is of. */
export interface EditDraft {
  kind: "days" | "week" | "coverage";
  from: string;
  to: string;
  as: DayEdit;
  hours: ClockIntervalInput[];
  week: { weekday: number; intervals: ClockIntervalInput[] }[];
}

/** What a form needs to know of the calendar. */
interface Calendar {
  readonly coverage: { readonly from: string; readonly to: string } | null;
  readonly weeks: readonly {
    readonly from: string | null;
    readonly hours: readonly {
      readonly weekday: number;
      readonly intervals: readonly ClockIntervalInput[];
    }[];
  }[];
}

/** A fresh form around a day, with the hours that hold now to begin from. */
export function draftFor(calendar: Calendar, date: string): EditDraft {
  const { coverage, weeks } = calendar;
  const covered = !coverage || (date >= coverage.from && date <= coverage.to);
  const week = [...weeks].reverse().find(({ from }) => from === null || from <= date);
  const days = (week?.hours ?? []).map(({ weekday, intervals }) => ({
    weekday,
    intervals: intervals.map(({ from, to }) => ({ from, to })),
  }));
  return {
    kind: covered ? "days" : "coverage",
    from: date,
    to: covered ? date : `${date.slice(0, 4)}-12-31`,
    as: "DAY_OFF",
    hours: days.find(({ intervals }) => intervals.length > 0)?.intervals ?? [],
    week: days,
  };
}

/** The edit that a form stands for. */
export function editOf(draft: EditDraft, { coverage }: Calendar): CalendarEditInput {
  const { kind, from, to, as, hours, week } = draft;
  if (kind === "coverage") return { coverage: { from: coverage?.from ?? from, to } };
  if (kind === "week") return { week: { from, hours: week as WeekdayHoursInput[] } };
  return { days: { from, to, as, ...(as === "SPECIAL" ? { hours } : {}) } };
}
