import type { ClockTime } from "../calendar/clock-time.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { REGULATION_EFFECTIVE_FROM } from "../calendar/quarter.ts";
import type { ComplaintCount, Counting, NextDay } from "../vocabulary.ts";

/** The values that the regulation sets or leaves open; `parameters` says which clause each serves. */
export interface PolicyParameters {
  readonly zone: string;
  readonly onsiteLimitMinutes: number;
  readonly onsiteCounting: Counting;
  readonly onlineCutoff: ClockTime;
  readonly onlineNextDay: NextDay;
  readonly attendanceGraceMinutes: number;
  readonly attendanceDoubleTapSeconds: number;
  readonly staffTolerance: number;
  readonly inspectionMinimum: number;
  readonly channelThreshold: number;
  readonly complaintCounts: ComplaintCount;
  readonly consultationThreshold: number;
  readonly appealWorkingDays: number;
  readonly retentionYears: number;
}

/** A set of values in force from a local day until the next version. */
export interface PolicyVersion {
  readonly id: string;
  readonly validFrom: LocalDate;
  readonly parameters: PolicyParameters;
}

/**
 * What applies unless somebody decided otherwise, from the first day of the regulation.
 * @example
 * ```ts
 * defaultPolicy.parameters.onsiteLimitMinutes; // → 30
 * defaultPolicy.parameters.onlineCutoff; // → "17:30"
 * ```
 */
export const defaultPolicy: PolicyVersion = {
  id: "default",
  validFrom: REGULATION_EFFECTIVE_FROM,
  parameters: {
    zone: "Asia/Shanghai",
    onsiteLimitMinutes: 30,
    onsiteCounting: "WALL",
    onlineCutoff: "17:30",
    onlineNextDay: "CALENDAR",
    attendanceGraceMinutes: 0,
    attendanceDoubleTapSeconds: 60,
    staffTolerance: 0,
    inspectionMinimum: 3,
    channelThreshold: 0.9,
    complaintCounts: "ACCEPTED",
    consultationThreshold: 1,
    appealWorkingDays: 5,
    retentionYears: 6,
  },
};

/**
 * Values stored before a parameter existed, with its default for what they lack.
 * @example
 * ```ts
 * completeParameters({ onsiteLimitMinutes: 25 }).onlineCutoff; // → "17:30"
 * ```
 */
export const completeParameters = (stored: Partial<PolicyParameters>): PolicyParameters => ({
  ...defaultPolicy.parameters,
  ...stored,
});

/**
 * The version in force on a local day: the one that began last, and of two that began together the
 * later in the list; the earliest one before any began. Null for an empty list.
 * @example
 * ```ts
 * const stricter = { ...defaultPolicy, id: "2027", validFrom: "2027-01-01" };
 * policyOn([defaultPolicy, stricter], "2026-12-31")?.id; // → "default"
 * policyOn([defaultPolicy, stricter], "2027-01-01")?.id; // → "2027"
 * ```
 */
export function policyOn(
  versions: readonly PolicyVersion[],
  date: LocalDate,
): PolicyVersion | null {
  let found: PolicyVersion | null = null;
  let earliest: PolicyVersion | null = null;
  for (const version of versions) {
    if (earliest === null || version.validFrom < earliest.validFrom) earliest = version;
    if (version.validFrom > date) continue;
    if (found === null || version.validFrom >= found.validFrom) found = version;
  }
  return found ?? earliest;
}
