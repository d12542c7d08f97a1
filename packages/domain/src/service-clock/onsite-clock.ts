import type { Calendar } from "../calendar/calendar.ts";
import { localDayOf } from "../calendar/local-time.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { PolicyVersion } from "../regulation/policy.ts";
import type { ClockState, Counting } from "../vocabulary.ts";
import type { OnsiteAssessment } from "./onsite-assessment.ts";
import type { CheckedOnsiteFacts } from "./onsite-facts.ts";
import type { OnsiteReading } from "./onsite-reading.ts";
import { limitMsOf, readOnsiteClock } from "./onsite-reading.ts";
import { traceOnsite } from "./onsite-trace.ts";
import { plainData } from "./plain-data.ts";
import type { ClockEnd, TraceStep } from "./trace.ts";

/**
 * An on-site assessment that works out what lies beyond its reading only where it is asked. Fields are
 * only declared: made undefined first, they would cost more than the clock.
 */
export class OnsiteClock implements OnsiteAssessment {
  declare readonly state: ClockState;
  declare readonly elapsedMs: number;
  declare readonly pausedMs: number;
  declare readonly remainingMs: number;
  declare readonly dueAt: number | null;
  declare readonly counting: Counting;
  declare private readonly facts: CheckedOnsiteFacts;
  declare private readonly policy: PolicyVersion;
  declare private readonly calendar: Calendar;
  declare private readonly asOf: number;

  constructor(
    facts: CheckedOnsiteFacts,
    policy: PolicyVersion,
    calendar: Calendar,
    asOf: number,
    reading: OnsiteReading,
  ) {
    this.state = reading.state;
    this.elapsedMs = reading.elapsedMs;
    this.pausedMs = reading.pausedMs;
    this.remainingMs = reading.remainingMs;
    this.dueAt = reading.dueAt;
    this.counting = reading.counting;
    this.facts = facts;
    this.policy = policy;
    this.calendar = calendar;
    this.asOf = asOf;
  }

  get channel(): "ONSITE" {
    return "ONSITE";
  }
  get breachesAt(): number | null {
    // The limit and one millisecond have counted.
    return this.isOpen ? (this.read(this.counting, this.limitMs + 1)?.dueAt ?? null) : null;
  }
  get countsOn(): LocalDate {
    return localDayOf(this.facts.receivedAt, this.zone);
  }
  get isOpen(): boolean {
    return this.endedBy === "AS_OF";
  }
  get startedAt(): number {
    return this.facts.receivedAt;
  }
  get endedAt(): number {
    return this.facts.completedAt ?? this.facts.cancelledAt ?? this.asOf;
  }
  get endedBy(): ClockEnd {
    if (this.facts.completedAt !== null) return "COMPLETION";
    return this.facts.cancelledAt === null ? "AS_OF" : "CANCELLATION";
  }
  get limitMs(): number {
    return limitMsOf(this.policy);
  }
  get zone(): string {
    return this.policy.parameters.zone;
  }
  get policyId(): string {
    return this.policy.id;
  }
  get otherReading(): () => OnsiteReading | null {
    return () => this.read(this.counting === "WALL" ? "BUSINESS" : "WALL", this.limitMs);
  }
  get trace(): () => readonly TraceStep[] {
    return () => traceOnsite(this.facts, this.calendar, this);
  }
  toJSON(): unknown {
    return plainData(this, ["facts", "policy", "calendar", "asOf"]);
  }

  private read(counting: Counting, limitMs: number): OnsiteReading | null {
    return readOnsiteClock(this.facts, this.policy, this.calendar, this.asOf, counting, limitMs);
  }
}
