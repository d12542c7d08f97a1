import { type CalendarDay, type DayChange, DayKind } from "@signet/domain";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";

import type { ApiContext } from "../../../platform/graphql/index.ts";
import { readCalendarVersions } from "../persistence/rule-versions.view.ts";
import { changeCalendar as change } from "../use-cases/change-calendar.ts";
import { previewCalendarChange } from "../use-cases/preview-change.ts";
import { calendarOf, intervalsOf } from "./calendar-words.ts";
import type { CalendarDayType } from "./calendar.type.ts";
import { ChangeCalendarInput, editsOf } from "./change-calendar.input.ts";
import {
  CalendarChangePreview,
  CalendarChangePreviewResult,
  ChangeCalendarResult,
  ChangeCalendarSuccess,
} from "./change-calendar.result.ts";
import { ruleProblem } from "./rule-problems.ts";

const mostDays = 100;

@Resolver()
export class ChangeCalendarResolver {
  @Query(() => CalendarChangePreviewResult, {
    description: "What an edit of the calendar would touch, and what not. Writes nothing.",
  })
  async calendarChangePreview(
    @Arg("input", () => ChangeCalendarInput) input: ChangeCalendarInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof CalendarChangePreviewResult> {
    const { seenNumber } = input;
    const preview = await previewCalendarChange(context, { seenNumber, edits: editsOf(input) });
    if (!preview.ok) return ruleProblem(preview.error, context);
    const { number, counts, days, hypothesis } = preview.value;
    return Object.assign(new CalendarChangePreview(), {
      number,
      counts,
      days: days.filter(isTold).slice(0, mostDays).map(changeOf),
      reach: { hypothesis },
    });
  }

  @Mutation(() => ChangeCalendarResult, {
    description: "Makes the next version of the calendar. Clocks that have started keep theirs.",
  })
  async changeCalendar(
    @Arg("input", () => ChangeCalendarInput) input: ChangeCalendarInput,
    @Ctx() context: ApiContext,
  ): Promise<typeof ChangeCalendarResult> {
    const { seenNumber, reason } = input;
    const edits = editsOf(input);
    const changed = await change(context, { seenNumber, edits, reason: reason?.trim() || null });
    if (!changed.ok) return ruleProblem(changed.error, context);
    const beyond = changed.value.number + 1;
    const { rows } = await readCalendarVersions(context.em, { size: 1, beyond, backwards: false });
    if (!rows[0]) throw new Error("The new calendar went away");
    return Object.assign(new ChangeCalendarSuccess(), { calendar: calendarOf(rows[0]) });
  }
}

/** Of days that were not covered before, only those out of the ordinary are worth a line each. */
const isTold = ({ before, after }: DayChange): boolean =>
  before.kind !== DayKind.UNKNOWN ||
  (after.kind !== DayKind.WORKDAY && after.kind !== DayKind.WEEKEND);

const changeOf = ({ before, after }: DayChange) => ({ before: dayOf(before), after: dayOf(after) });

const dayOf = (day: CalendarDay): CalendarDayType => ({
  ...day,
  intervals: day.intervals && intervalsOf(day.intervals),
});
