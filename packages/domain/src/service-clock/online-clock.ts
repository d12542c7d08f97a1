import type { Calendar } from "../calendar/calendar.ts";
import type { ClockTime } from "../calendar/clock-time.ts";
import { formatDay } from "../calendar/local-date.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { offsetsOf, startOfDay } from "../calendar/local-time.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { ClockState, MilestoneState, NextDay } from "../vocabulary.ts";
import { dueDayOf } from "./due-day.ts";
import { milestoneOf, overallState } from "./milestone.ts";
import type { OnlineAssessment } from "./online-assessment.ts";
import type { CheckedOnlineFacts } from "./online-facts.ts";
import { traceOnline } from "./online-trace.ts";
import { plainData } from "./plain-data.ts";
import type { TraceStep } from "./trace.ts";

/** An online assessment that works out what lies beyond its milestones only where it is asked. */
export class OnlineClock implements OnlineAssessment {
  declare readonly state: ClockState;
  declare readonly dueAt: number;
  declare readonly completion: MilestoneState;
  declare readonly mailing: MilestoneState;
  declare readonly afterCutoff: boolean;
  declare readonly facts: CheckedOnlineFacts;
  declare private readonly policy: PolicyVersion;
  declare private readonly calendar: Calendar;
  declare private readonly receivedDay: number;
  declare private readonly due: number;

  /** Days are epoch days. */
  constructor(
    facts: CheckedOnlineFacts,
    policy: PolicyVersion,
    calendar: Calendar,
    receivedDay: number,
    afterCutoff: boolean,
    due: number,
    dueAt: number,
    asOf: number,
  ) {
    const { completedAt, mailedAt, cancelledAt } = facts;
    this.completion = milestoneOf(completedAt, cancelledAt, dueAt, asOf);
    this.mailing =
      facts.delivery === "PICKUP"
        ? "NOT_APPLICABLE"
        : milestoneOf(mailedAt, cancelledAt, dueAt, asOf);
    this.state = overallState(this.completion, this.mailing);
    this.dueAt = dueAt;
    this.facts = facts;
    this.policy = policy;
    this.calendar = calendar;
    this.receivedDay = receivedDay;
    this.afterCutoff = afterCutoff;
    this.due = due;
  }

  get channel(): "ONLINE" {
    return "ONLINE";
  }
  get dueDay(): LocalDate {
    return formatDay(this.due);
  }
  get otherDueDay(): LocalDate | null {
    const other = this.otherDue();
    return other === null ? null : formatDay(other);
  }
  get otherDueAt(): number | null {
    const other = this.otherDue();
    return other === null ? null : startOfDay(other + 1, offsetsOf(this.zone));
  }
  get readingsDiffer(): boolean | null {
    const other = this.otherDue();
    return other === null ? null : other !== this.due;
  }
  get breachesAt(): number | null {
    return this.isOpen ? this.dueAt : null;
  }
  get countsOn(): LocalDate {
    return this.dueDay;
  }
  get isOpen(): boolean {
    const { delivery, completedAt, mailedAt, cancelledAt } = this.facts;
    return (
      cancelledAt === null && (completedAt === null || (delivery === "MAIL" && mailedAt === null))
    );
  }
  get startedAt(): number {
    return this.facts.receivedAt;
  }
  get cutoff(): ClockTime {
    return this.policy.parameters.onlineCutoff;
  }
  get nextDay(): NextDay {
    return this.policy.parameters.onlineNextDay;
  }
  get zone(): string {
    return this.policy.parameters.zone;
  }
  get policyId(): string {
    return this.policy.id;
  }
  get trace(): () => readonly TraceStep[] {
    return () => traceOnline(this.facts, this);
  }
  toJSON(): unknown {
    return plainData(this, ["policy", "calendar", "receivedDay", "due"]);
  }

  private otherDue(): number | null {
    const other = this.nextDay === "WORKDAY" ? "CALENDAR" : "WORKDAY";
    return dueDayOf(this.receivedDay, this.afterCutoff, other, this.calendar);
  }
}
