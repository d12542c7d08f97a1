import { calendarDays, canEditRules, localDayOf } from "@signet/domain";
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver } from "type-graphql";

import {
  type ApiContext,
  badInput,
  decodeCursor,
  encodeCursor,
  notSignedIn,
  PageArgs,
  Permission,
  OpenTo,
} from "../../../platform/graphql/index.ts";
import {
  readAllCalendarVersions,
  readCalendarVersions,
} from "../persistence/rule-versions.view.ts";
import { dayHistory } from "../use-cases/day-history.ts";
import { loadRuleBook } from "../use-cases/rule-book.ts";
import { calendarOf, intervalsOf } from "./calendar-words.ts";
import {
  CalendarDayVersion,
  CalendarType,
  CalendarVersionConnection,
  CalendarYear,
  RulePermissions,
} from "./calendar.type.ts";

@Resolver(() => CalendarType)
export class CalendarResolver {
  @OpenTo("READ_CASES", "READ_SCORECARDS")
  @Query(() => CalendarType, {
    description: "The newest calendar: clocks that start now run under it.",
  })
  async calendar(@Ctx() { em, caller }: ApiContext): Promise<CalendarType> {
    if (!caller.actor) throw notSignedIn();
    const { rows } = await readCalendarVersions(em, { size: 1, beyond: null, backwards: false });
    if (!rows[0]) throw new Error("The installation has no calendar");
    return calendarOf(rows[0]);
  }

  @OpenTo("READ_CASES", "READ_SCORECARDS")
  @Query(() => CalendarYear, { description: "Each day of a year as the newest calendar has it." })
  async calendarYear(
    @Arg("year", () => Int) year: number,
    @Ctx() { em, caller, clock }: ApiContext,
  ): Promise<CalendarYear> {
    if (!caller.actor) throw notSignedIn();
    if (year < 1000 || year > 9999) throw badInput("year", "must have four digits");
    const { calendar, zone } = await loadRuleBook(em);
    const days = calendarDays(calendar.calendar, `${year}-01-01`, `${year}-12-31`);
    if (!days.ok) throw badInput("year", "must have four digits");
    return {
      year,
      number: calendar.number,
      today: localDayOf(clock.now().getTime(), zone),
      days: days.value.map((day) => ({
        ...day,
        intervals: day.intervals && intervalsOf(day.intervals),
      })),
    };
  }

  @Query(() => [CalendarDayVersion], {
    description: "How a day came to be what it is: the versions that changed it, newest first.",
  })
  async calendarDayHistory(
    @Arg("date", () => String, { description: "YYYY-MM-DD" }) date: string,
    @Ctx() { em, caller }: ApiContext,
  ): Promise<readonly CalendarDayVersion[]> {
    if (!caller.actor) throw notSignedIn();
    const history = dayHistory(await readAllCalendarVersions(em), date);
    if (!history.ok) throw badInput("date", "must be a date, YYYY-MM-DD");
    return history.value.map(({ version, day }) => ({
      calendar: calendarOf(version),
      day: { ...day, intervals: day.intervals && intervalsOf(day.intervals) },
    }));
  }

  @Query(() => CalendarVersionConnection, { description: "How the calendar came to be." })
  async calendarVersions(
    @Args(() => PageArgs) { first, after, last, before }: PageArgs,
    @Ctx() { em, caller }: ApiContext,
  ): Promise<CalendarVersionConnection> {
    if (!caller.actor) throw notSignedIn();
    const backwards = last != null || (before != null && first == null);
    const cursor = backwards ? before : after;
    const beyond = cursor == null ? null : numberOf(cursor, backwards ? "before" : "after");
    const size = first ?? last ?? 50;
    const page = await readCalendarVersions(em, { size, beyond, backwards });
    const edges = page.rows.map((row) => ({
      node: calendarOf(row),
      cursor: encodeCursor([String(row.number)]),
    }));
    return {
      edges,
      pageInfo: {
        hasNextPage: backwards ? beyond !== null : page.hasMore,
        hasPreviousPage: backwards ? page.hasMore : beyond !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  @FieldResolver(() => RulePermissions)
  permissions(@Ctx() { caller: { actor }, locale }: ApiContext): RulePermissions {
    if (!actor) throw notSignedIn();
    return { edit: new Permission(canEditRules(actor), locale) };
  }
}

function numberOf(cursor: string, argument: string): number {
  const [number = ""] = decodeCursor(cursor, 1, argument);
  if (!/^\d{1,9}$/.test(number)) throw badInput(argument, "is not a cursor of this list");
  return Number(number);
}
