import type { ComplaintCount } from "../vocabulary.ts";

/** Row 1: published fee schedules, open days without one, fees above them. */
export interface PriceFacts {
  readonly schedulesPublished: number;
  readonly unpublishedOpenDays: number;
  readonly overcharges: number;
}
/** Row 2: opening intervals planned and short of staff; the share of short ones that is tolerated (0–1). */
export interface StaffFacts {
  readonly plannedIntervals: number;
  readonly shortIntervals: number;
  readonly tolerance?: number;
}
/** Row 3: spot inspections and failures; fewer than `minimum` (3) say nothing good. */
export interface DressFacts {
  readonly inspections: number;
  readonly failures: number;
  readonly minimum?: number;
}
/** Row 4: online channels, probes of them, online cases; the share of probes that must succeed (0.9). */
export interface ChannelFacts {
  readonly channels: number;
  readonly probes: number;
  readonly successes: number;
  readonly cases: number;
  readonly threshold?: number;
}
/** Row 5: complaints, and which of them count (accepted). */
export interface ComplaintFacts {
  readonly received: number;
  readonly accepted: number;
  readonly verified: number;
  readonly counts?: ComplaintCount;
}
/** Row 6: items that a service standard must have, and those it has. */
export interface StandardFacts {
  readonly mandatoryItems: number;
  readonly presentItems: number;
}
/** Row 7: shifts judged, their late or early edges, and their missing ones. */
export interface AttendanceRowFacts {
  readonly judgedShifts: number;
  readonly unexcused: number;
  readonly missing: number;
}
/** Rows 8 and 9: cases that are MET or BREACHED, and those BREACHED. */
export interface ClockFacts {
  readonly assessable: number;
  readonly breached: number;
}
/** Row 10: probe calls and those answered; the share that must be (1). */
export interface ConsultationFacts {
  readonly probes: number;
  readonly answered: number;
  readonly threshold?: number;
}

/** What the ten rows are answered from; a row that is missing is not assessed. */
export interface ScorecardFacts {
  readonly 1?: PriceFacts;
  readonly 2?: StaffFacts;
  readonly 3?: DressFacts;
  readonly 4?: ChannelFacts;
  readonly 5?: ComplaintFacts;
  readonly 6?: StandardFacts;
  readonly 7?: AttendanceRowFacts;
  readonly 8?: ClockFacts;
  readonly 9?: ClockFacts;
  readonly 10?: ConsultationFacts;
}
