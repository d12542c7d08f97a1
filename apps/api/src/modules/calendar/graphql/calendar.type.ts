import { DayKind } from "@signet/domain";
import { GraphQLDateTimeISO, GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";

import { PageInfo, Permission } from "../../../platform/graphql/index.ts";
import "./rule-enums.ts";

@ObjectType("ClockInterval", {
  description: "An interval of clock times, HH:MM; 24:00 ends a day.",
})
export class ClockIntervalType {
  @Field(() => String)
  readonly from!: string;

  @Field(() => String)
  readonly to!: string;
}

@ObjectType({ description: "The days a calendar speaks for, both included." })
export class CalendarCoverage {
  @Field(() => GraphQLLocalDate)
  readonly from!: string;

  @Field(() => GraphQLLocalDate)
  readonly to!: string;
}

@ObjectType()
export class WeekdayHours {
  @Field(() => Int, { description: "ISO weekday: 1 is Monday, 7 is Sunday." })
  readonly weekday!: number;

  @Field(() => [ClockIntervalType], { description: "None where it is closed." })
  readonly intervals!: readonly ClockIntervalType[];
}

@ObjectType({ description: "The hall's ordinary week from a day on." })
export class CalendarWeek {
  @Field(() => GraphQLLocalDate, { nullable: true, description: "Null for the first one." })
  readonly from!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Last day; null for the last one.",
  })
  readonly to!: string | null;

  @Field(() => [WeekdayHours], { description: "Seven, from Monday." })
  readonly hours!: readonly WeekdayHours[];
}

@ObjectType()
export class SpecialHours {
  @Field(() => GraphQLLocalDate)
  readonly date!: string;

  @Field(() => [ClockIntervalType])
  readonly intervals!: readonly ClockIntervalType[];
}

@ObjectType({ description: "What the caller may do with the calendar and the dated values." })
export class RulePermissions {
  @Field(() => Permission)
  readonly edit!: Permission;
}

@ObjectType("Calendar", { description: "A version of the opening hours and days off." })
export class CalendarType {
  @Field(() => Int, { description: "Grows by one with each edit." })
  readonly number!: number;

  @Field(() => CalendarCoverage, {
    nullable: true,
    description: "Null where it speaks for all days.",
  })
  readonly coverage!: CalendarCoverage | null;

  @Field(() => [CalendarWeek])
  readonly weeks!: readonly CalendarWeek[];

  @Field(() => [SpecialHours])
  readonly specialHours!: readonly SpecialHours[];

  @Field(() => [GraphQLLocalDate])
  readonly daysOff!: readonly string[];

  @Field(() => [GraphQLLocalDate])
  readonly makeUpDays!: readonly string[];

  @Field(() => GraphQLDateTimeISO)
  readonly createdAt!: string;

  @Field(() => String, { nullable: true, description: "Null where it came with the product." })
  readonly createdBy!: string | null;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;
}

@ObjectType("CalendarDay", { description: "One day as a calendar has it." })
export class CalendarDayType {
  @Field(() => GraphQLLocalDate)
  readonly date!: string;

  @Field(() => DayKind)
  readonly kind!: DayKind;

  @Field(() => [ClockIntervalType], {
    nullable: true,
    description: "Null outside the coverage, where nobody knows.",
  })
  readonly intervals!: readonly ClockIntervalType[] | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day of the ordinary week it belongs to; null for the first one.",
  })
  readonly weekFrom!: string | null;
}

@ObjectType({ description: "A year, day by day, as the newest calendar has it." })
export class CalendarYear {
  @Field(() => Int)
  readonly year!: number;

  @Field(() => Int, { description: "The version of the calendar." })
  readonly number!: number;

  @Field(() => GraphQLLocalDate, { description: "The centre's local day." })
  readonly today!: string;

  @Field(() => [CalendarDayType])
  readonly days!: readonly CalendarDayType[];
}

@ObjectType({ description: "A version of the calendar that made something else of a day." })
export class CalendarDayVersion {
  @Field(() => CalendarType)
  readonly calendar!: CalendarType;

  @Field(() => CalendarDayType)
  readonly day!: CalendarDayType;
}

@ObjectType()
export class CalendarVersionEdge {
  @Field(() => CalendarType)
  readonly node!: CalendarType;

  @Field(() => String)
  readonly cursor!: string;
}

@ObjectType({ description: "The versions of the calendar, newest first." })
export class CalendarVersionConnection {
  @Field(() => [CalendarVersionEdge])
  readonly edges!: readonly CalendarVersionEdge[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}
