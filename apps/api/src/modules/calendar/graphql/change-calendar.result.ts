import { createUnionType, Field, Int, ObjectType } from "type-graphql";

import {
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  StepUpRequiredProblem,
} from "../../../platform/graphql/index.ts";
import { CalendarDayType, CalendarType } from "./calendar.type.ts";
import { RuleFaultProblem, RulesChangedProblem } from "./rule-problems.ts";
import { RuleReach } from "./rule-reach.type.ts";

@ObjectType({ description: "The calendar as it stands now." })
export class ChangeCalendarSuccess {
  @Field(() => CalendarType)
  readonly calendar!: CalendarType;
}

export const ChangeCalendarResult = createUnionType({
  name: "ChangeCalendarResult",
  types: () =>
    [
      ChangeCalendarSuccess,
      RuleFaultProblem,
      RulesChangedProblem,
      NotAllowedProblem,
      StepUpRequiredProblem,
      IdempotencyKeyReusedProblem,
    ] as const,
  resolveType: (value) => value.constructor as typeof ChangeCalendarSuccess,
});

@ObjectType("DayChange", { description: "A day that the edit would change." })
export class DayChangeType {
  @Field(() => CalendarDayType)
  readonly before!: CalendarDayType;

  @Field(() => CalendarDayType)
  readonly after!: CalendarDayType;
}

@ObjectType("DayChangeCounts", { description: "How many days would change, and how." })
export class DayChangeCountsType {
  @Field(() => Int)
  readonly days!: number;

  @Field(() => Int, { description: "Closed before, open after." })
  readonly opens!: number;

  @Field(() => Int, { description: "Open before, closed after." })
  readonly closes!: number;

  @Field(() => Int, { description: "Open before and after, at other times." })
  readonly otherHours!: number;

  @Field(() => Int, { description: "The hours stay, the word for the day changes." })
  readonly otherKind!: number;

  @Field(() => Int, { description: "Not covered before." })
  readonly newlyCovered!: number;

  @Field(() => Int, {
    description: "Days that are over: only records brought in later are judged by them.",
  })
  readonly past!: number;
}

@ObjectType({
  description: "What an edit of the calendar would touch, and what not. Nothing was written.",
})
export class CalendarChangePreview {
  @Field(() => Int, { description: "The version that the edit would make." })
  readonly number!: number;

  @Field(() => DayChangeCountsType)
  readonly counts!: DayChangeCountsType;

  @Field(() => [DayChangeType], {
    description:
      "The first hundred of them; days newly covered only where they are out of the ordinary.",
  })
  readonly days!: readonly DayChangeType[];

  @Field(() => RuleReach)
  readonly reach!: RuleReach;
}

export const CalendarChangePreviewResult = createUnionType({
  name: "CalendarChangePreviewResult",
  types: () =>
    [
      CalendarChangePreview,
      RuleFaultProblem,
      RulesChangedProblem,
      NotAllowedProblem,
      StepUpRequiredProblem,
    ] as const,
  resolveType: (value) => value.constructor as typeof CalendarChangePreview,
});
