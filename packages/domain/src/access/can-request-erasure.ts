import type { LocalDate } from "../calendar/local-date.ts";
import { ErasureReason } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";
import { granted } from "./grants.ts";

/** What the question needs to know of a case, and of the day it is asked on. */
export interface ErasureStanding {
  readonly isErased: boolean;
  /** The local day on which nothing more was due; null while an act is. */
  readonly endedOn: LocalDate | null;
  readonly today: LocalDate;
  /** Whole years, of the policy in force today. */
  readonly retentionYears: number;
}

/**
 * May they ask that the applicant of a case be erased? The centre's administrator, once the case has
 * ended and, unless the applicant asked for it, its retention is over. Refusals:
 * AUDITOR_CHANGES_NOTHING, ROLE_MISSING, APPLICANT_ERASED, ACT_DOES_NOT_FIT, RETENTION_NOT_OVER.
 * @example
 * ```ts
 * const admin: Actor = { id: "u9", roles: ["CENTRE_ADMINISTRATOR"], vendorId: null, regionCode: null };
 * const ended = { isErased: false, endedOn: "2026-07-01", today: "2026-11-28", retentionYears: 6 };
 * canRequestErasure(admin, "APPLICANT_REQUEST", ended); // → { ok: true, value: true }
 * canRequestErasure(admin, "RETENTION_OVER", ended);
 * // → { ok: false, error: { code: "RETENTION_NOT_OVER" } }
 * ```
 */
export function canRequestErasure(
  actor: Actor,
  reason: ErasureReason,
  { isErased, endedOn, today, retentionYears }: ErasureStanding,
): Permission {
  const grant = granted(actor, "REQUEST_ERASURE");
  if (!grant.ok) return grant;
  if (isErased) return refused("APPLICANT_ERASED");
  if (endedOn === null) return refused("ACT_DOES_NOT_FIT");
  if (reason !== ErasureReason.RETENTION_OVER) return permitted;
  // The same day of a later year; of a 29 February, the comparison makes it 1 March.
  const keptUntil = `${Number(endedOn.slice(0, 4)) + retentionYears}${endedOn.slice(4)}`;
  return today > keptUntil ? permitted : refused("RETENTION_NOT_OVER");
}
