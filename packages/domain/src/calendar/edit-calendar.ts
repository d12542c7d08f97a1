import { attempt, refuse } from "../input/refuse.ts";
import { readDay } from "../input/scalars.ts";
import type { Result } from "../result.ts";
import { err } from "../result.ts";
import type { RuleError } from "../rule-error.ts";
import { DayEdit } from "../vocabulary.ts";
import type { Calendar } from "./calendar.ts";
import { createCalendar } from "./calendar.ts";
import type { CalendarSpec, Coverage, DatedWeek, WeekHours } from "./calendar-spec.ts";
import type { ClockInterval } from "./clock-time.ts";
import { formatDay, parseDay } from "./local-date.ts";
import type { LocalDate } from "./local-date.ts";
import { readDayRange, readIntervals, readWeek } from "./read-hours.ts";

/** Makes something of single days; `hours` go with SPECIAL, and none close the day. */
export interface DaysEdit extends Coverage {
  readonly as: DayEdit;
  readonly hours?: readonly ClockInterval[];
}

/** One edit of a calendar: of days, of the ordinary week from a day on, or of what it covers. */
export interface CalendarEdit {
  readonly days?: DaysEdit;
  readonly week?: { readonly from: LocalDate; readonly hours: WeekHours };
  readonly coverage?: Coverage;
}

const longestRange = 366;
const longestExtension = 3660;

/**
 * The calendar after some edits, in their order; the one before stays as it is. A day is what the last
 * edit made of it, and nothing is forgotten: coverage may only grow. Errors: INVALID_INPUT with the
 * path of the field, such as `/edits/0/days/to`; CALENDAR_UNCOVERED is said as BEYOND_COVERAGE there.
 * @example
 * ```ts
 * const off = { from: "2026-10-01", to: "2026-10-07", as: DayEdit.DAY_OFF };
 * const edited = editCalendar(ordinaryCalendar, [{ days: off }]);
 * edited.ok && isWorkingDay(edited.value, "2026-10-01"); // → { ok: true, value: false }
 * editCalendar(ordinaryCalendar, [{ days: { ...off, to: "2026-09-30" } }]);
 * // → { ok: false, error: { code: "INVALID_INPUT", path: "/edits/0/days/to", reason: "ENDS_BEFORE_START" } }
 * ```
 */
export function editCalendar(
  before: Calendar,
  edits: readonly CalendarEdit[],
): Result<Calendar, RuleError> {
  const edited = attempt(() => {
    const draft = draftOf(before.spec);
    for (const [index, edit] of edits.entries()) apply(draft, edit, `/edits/${index}`);
    const spec = specOf(draft);
    if (JSON.stringify(spec) === JSON.stringify(specOf(draftOf(before.spec))))
      refuse("/edits", "NOTHING_CHANGES");
    return spec;
  });
  if (!edited.ok) return edited;
  const created = createCalendar(edited.value);
  return created.ok ? created : err({ ...created.error, path: "/edits" });
}

interface Draft {
  weeks: readonly DatedWeek[];
  coverage: Coverage | null;
  readonly off: Set<LocalDate>;
  readonly makeUp: Set<LocalDate>;
  readonly special: Map<LocalDate, readonly ClockInterval[]>;
  /** What this change made of a day, so that it does not contradict itself. */
  readonly said: Map<LocalDate, DayEdit>;
}

const draftOf = (spec: CalendarSpec): Draft => ({
  weeks: spec.weeks,
  coverage: spec.coverage ?? null,
  off: new Set(spec.daysOff),
  makeUp: new Set(spec.makeUpDays),
  special: new Map(Object.entries(spec.specialHours ?? {})),
  said: new Map(),
});

const specOf = ({ weeks, coverage, off, makeUp, special }: Draft): CalendarSpec => ({
  weeks,
  daysOff: [...off].sort(),
  makeUpDays: [...makeUp].sort(),
  specialHours: Object.fromEntries([...special].sort(([one], [other]) => (one < other ? -1 : 1))),
  ...(coverage ? { coverage } : {}),
});

function apply(draft: Draft, { days, week, coverage }: CalendarEdit, path: string): void {
  if ([days, week, coverage].filter((edit) => edit != null).length !== 1)
    refuse(path, "NOT_ONE_EDIT");
  if (days) applyDays(draft, days, `${path}/days`);
  if (week) applyWeek(draft, week, `${path}/week`);
  if (coverage) applyCoverage(draft, coverage, `${path}/coverage`);
}

function applyDays(draft: Draft, { from, to, as, hours }: DaysEdit, path: string): void {
  const range = readDayRange({ from, to }, path);
  if (range.to - range.from >= longestRange) refuse(`${path}/to`, "OUT_OF_RANGE");
  requireCovered(draft, range.from, `${path}/from`);
  requireCovered(draft, range.to, `${path}/to`);
  if (as === DayEdit.SPECIAL) readIntervals(hours, `${path}/hours`);
  const ordinary = as === DayEdit.MAKE_UP ? ordinaryHours(draft) : null;
  for (let day = range.from; day <= range.to; day += 1) {
    const date = formatDay(day);
    if (contradicts(draft.said.get(date), as)) refuse(`${path}/as`, "OFF_AND_MAKE_UP");
    if (ordinary && ordinary(day) > 0) refuse(`${path}/from`, "ALREADY_A_WORKDAY");
    draft.off.delete(date);
    draft.makeUp.delete(date);
    draft.special.delete(date);
    if (as === DayEdit.DAY_OFF) draft.off.add(date);
    if (as === DayEdit.MAKE_UP) draft.makeUp.add(date);
    if (as === DayEdit.SPECIAL) draft.special.set(date, hours ?? []);
    draft.said.set(date, as);
  }
}

function applyWeek(
  draft: Draft,
  { from, hours }: NonNullable<CalendarEdit["week"]>,
  path: string,
): void {
  requireCovered(draft, readDay(from, `${path}/from`), `${path}/from`);
  readWeek(hours, `${path}/hours`);
  const others = draft.weeks.filter((week) => week.from !== from);
  draft.weeks = [...others, { from, hours }].sort((one, other) =>
    (one.from ?? "") < (other.from ?? "") ? -1 : 1,
  );
}

function applyCoverage(draft: Draft, next: Coverage, path: string): void {
  const range = readDayRange(next, path);
  const old = draft.coverage;
  // A calendar that speaks for all days can only lose by being given an end.
  if (!old || range.from > dayOf(old.from)) refuse(`${path}/from`, "COVERAGE_SHRINKS");
  if (range.to < dayOf(old.to)) refuse(`${path}/to`, "COVERAGE_SHRINKS");
  if (range.to - dayOf(old.to) > longestExtension) refuse(`${path}/to`, "OUT_OF_RANGE");
  if (dayOf(old.from) - range.from > longestExtension) refuse(`${path}/from`, "OUT_OF_RANGE");
  draft.coverage = { from: next.from, to: next.to };
}

const dayOf = (date: LocalDate): number => parseDay(date) ?? 0;

function requireCovered({ coverage }: Draft, day: number, path: string): void {
  if (coverage && (day < dayOf(coverage.from) || day > dayOf(coverage.to)))
    refuse(path, "BEYOND_COVERAGE");
}

/** How many intervals the ordinary week gives a day. */
function ordinaryHours({ weeks }: Draft): (day: number) => number {
  const made = createCalendar({ weeks });
  return (day) => (made.ok ? made.value.hours.ordinary(day).length : 0);
}

const contradicts = (before: DayEdit | undefined, now: DayEdit): boolean =>
  (before === DayEdit.DAY_OFF && now === DayEdit.MAKE_UP) ||
  (before === DayEdit.MAKE_UP && now === DayEdit.DAY_OFF);
