import {
  assessOnline,
  assessOnsite,
  Channel,
  localDayOf,
  type OnlineAssessment,
  type OnsiteAssessment,
  quarterOf,
} from "@signet/domain";

import type { RuleBook } from "../../calendar/index.ts";
import type { ServiceCase } from "../persistence/service-case.entity.ts";
import { type CaseEvents, toDate } from "./case-events.ts";

/** The versions a clock runs under; recorded when it starts and never changed. */
export interface ClockVersions {
  readonly policyVersionId: string;
  readonly calendarVersionId: string;
}

export type ClockColumns = Pick<
  ServiceCase,
  | "clockState"
  | "completion"
  | "mailing"
  | "dueAt"
  | "breachesAt"
  | "otherDueAt"
  | "readingsDiffer"
  | "elapsedMs"
  | "pausedMs"
  | "countsOn"
  | "quarter"
  | "isOpen"
>;

export type Assessment = OnsiteAssessment | OnlineAssessment;

/** The versions in force when materials were received. */
export function versionsFor(book: RuleBook, receivedAt: number): ClockVersions {
  const policy = book.policyOn(localDayOf(receivedAt, book.zone));
  return { policyVersionId: policy.id, calendarVersionId: book.calendar.id };
}

/** Puts a case before the rules. Events are checked on the way in, so a refusal here is a bug. */
export function assessCase(
  events: CaseEvents,
  versions: ClockVersions,
  book: RuleBook,
  asOf: number,
): Assessment {
  const policy = book.policy(versions.policyVersionId);
  const { calendar } = book.calendarVersion(versions.calendarVersionId);
  const assess = events.channel === Channel.ONSITE ? assessOnsite : assessOnline;
  const assessed = assess(events, policy, calendar, asOf);
  if (!assessed.ok)
    throw new Error(`The clock of a case: ${assessed.error.code} at ${assessed.error.path}`);
  return assessed.value;
}

/** The verdict as a case row keeps it. */
export function clockColumns(clock: Assessment): ClockColumns {
  const counted = {
    clockState: clock.state,
    dueAt: toDate(clock.dueAt),
    breachesAt: toDate(clock.breachesAt),
    countsOn: clock.countsOn,
    quarter: quarterNameOf(clock.countsOn),
    isOpen: clock.isOpen,
  };
  if (clock.channel === Channel.ONLINE) {
    const { completion, mailing, readingsDiffer, otherDueAt } = clock;
    return {
      ...counted,
      completion,
      mailing,
      readingsDiffer,
      otherDueAt: toDate(otherDueAt),
      elapsedMs: null,
      pausedMs: null,
    };
  }
  const { state, elapsedMs, pausedMs } = clock;
  const completion = state === "PAUSED" ? "RUNNING" : state;
  return {
    ...counted,
    completion,
    mailing: "NOT_APPLICABLE",
    readingsDiffer: null,
    otherDueAt: null,
    elapsedMs,
    pausedMs,
  };
}

function quarterNameOf(day: string): string {
  const quarter = quarterOf(day);
  if (!quarter.ok) throw new Error(`No quarter for ${day}`);
  return quarter.value.quarter;
}
