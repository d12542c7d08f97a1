import { type CalendarEdit, type ClockInterval, DayEdit, type WeekHours } from "@signet/domain";
import { Field, InputType, Int } from "type-graphql";
import * as v from "valibot";

import { validates } from "../../../platform/graphql/index.ts";
import "./rule-enums.ts";

const day = v.pipe(v.string(), v.maxLength(10));
const clock = v.pipe(v.string(), v.maxLength(5));
const intervals = v.pipe(v.array(v.looseObject({ from: clock, to: clock })), v.maxLength(12));
export const reason = v.nullish(v.pipe(v.string(), v.trim(), v.maxLength(500)));
const edits = v.pipe(
  v.array(
    v.looseObject({
      days: v.nullish(v.looseObject({ from: day, to: day, hours: v.nullish(intervals) })),
      week: v.nullish(
        v.looseObject({
          from: day,
          hours: v.pipe(
            v.array(
              v.looseObject({
                weekday: v.pipe(v.number(), v.minValue(1), v.maxValue(7)),
                intervals,
              }),
            ),
            v.maxLength(7),
          ),
        }),
      ),
      coverage: v.nullish(v.looseObject({ from: day, to: day })),
    }),
  ),
  v.minLength(1),
  v.maxLength(60),
);

@InputType()
export class ClockIntervalInput {
  @Field(() => String, { description: "HH:MM" })
  readonly from!: string;

  @Field(() => String, { description: "HH:MM, or 24:00" })
  readonly to!: string;
}

@InputType({ description: "Makes something of the days from one to another, both included." })
export class DaysEditInput {
  @Field(() => String, { description: "YYYY-MM-DD" })
  readonly from!: string;

  @Field(() => String, { description: "YYYY-MM-DD" })
  readonly to!: string;

  @Field(() => DayEdit)
  readonly as!: DayEdit;

  @Field(() => [ClockIntervalInput], {
    nullable: true,
    description: "With SPECIAL; none close the day.",
  })
  readonly hours?: readonly ClockIntervalInput[] | null;
}

@InputType()
export class WeekdayHoursInput {
  @Field(() => Int, { description: "ISO weekday: 1 is Monday, 7 is Sunday." })
  readonly weekday!: number;

  @Field(() => [ClockIntervalInput])
  readonly intervals!: readonly ClockIntervalInput[];
}

@InputType({ description: "A new ordinary week from a day on; weekdays left out are closed." })
export class WeekEditInput {
  @Field(() => String, { description: "YYYY-MM-DD" })
  readonly from!: string;

  @Field(() => [WeekdayHoursInput])
  readonly hours!: readonly WeekdayHoursInput[];
}

@InputType({ description: "The days the calendar shall speak for; never fewer than before." })
export class CoverageEditInput {
  @Field(() => String, { description: "YYYY-MM-DD" })
  readonly from!: string;

  @Field(() => String, { description: "YYYY-MM-DD" })
  readonly to!: string;
}

@InputType({ description: "Exactly one edit." })
export class CalendarEditInput {
  @Field(() => DaysEditInput, { nullable: true })
  readonly days?: DaysEditInput | null;

  @Field(() => WeekEditInput, { nullable: true })
  readonly week?: WeekEditInput | null;

  @Field(() => CoverageEditInput, { nullable: true })
  readonly coverage?: CoverageEditInput | null;
}

@InputType({
  description: "Edits in their order, and the version of the calendar that the editor saw.",
})
@validates(v.looseObject({ edits, reason }))
export class ChangeCalendarInput {
  @Field(() => Int)
  readonly seenNumber!: number;

  @Field(() => [CalendarEditInput])
  readonly edits!: readonly CalendarEditInput[];

  @Field(() => String, { nullable: true, description: "Kept with the version." })
  readonly reason?: string | null;
}

/** The edits as the rules take them. */
export const editsOf = ({ edits }: ChangeCalendarInput): readonly CalendarEdit[] =>
  edits.map(({ days, week, coverage }) => ({
    ...(days && { days: { from: days.from, to: days.to, as: days.as, ...hoursOf(days) } }),
    ...(week && { week: { from: week.from, hours: weekHours(week) } }),
    ...(coverage && { coverage: { from: coverage.from, to: coverage.to } }),
  }));

const tuples = (given: readonly ClockIntervalInput[]): readonly ClockInterval[] =>
  given.map(({ from, to }) => [from, to] as const);

const hoursOf = ({ hours }: DaysEditInput): { readonly hours?: readonly ClockInterval[] } =>
  hours ? { hours: tuples(hours) } : {};

const weekHours = ({ hours }: WeekEditInput): WeekHours =>
  Object.fromEntries(hours.map(({ weekday, intervals }) => [weekday, tuples(intervals)]));
