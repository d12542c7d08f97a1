import type { Err } from "../result.ts";
import { err } from "../result.ts";
import type { Result } from "../result.ts";
import type { Role } from "../vocabulary.ts";

/** Who asks: roles, and the vendor or region (six digits) they belong to, null for the centre's people. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly vendorId: string | null;
  readonly regionCode: string | null;
}

/** Why something is not permitted; a closed list, worded in `messages`. */
export const RefusalCode = {
  ROLE_MISSING: "ROLE_MISSING",
  OTHER_VENDOR: "OTHER_VENDOR",
  OTHER_REGION: "OTHER_REGION",
  AUDITOR_CHANGES_NOTHING: "AUDITOR_CHANGES_NOTHING",
  ACT_DOES_NOT_FIT: "ACT_DOES_NOT_FIT",
  IMPORT_NOT_OPEN: "IMPORT_NOT_OPEN",
  IMPORT_NOT_DONE: "IMPORT_NOT_DONE",
  NOT_SENT_TO_VENDOR_YET: "NOT_SENT_TO_VENDOR_YET",
  NOT_PUBLISHED_YET: "NOT_PUBLISHED_YET",
  SCORECARD_NOT_OPEN: "SCORECARD_NOT_OPEN",
  ROWS_NOT_REVIEWED: "ROWS_NOT_REVIEWED",
  OWN_ACT: "OWN_ACT",
  NOTHING_TO_DECIDE: "NOTHING_TO_DECIDE",
  APPEAL_TOO_LATE: "APPEAL_TOO_LATE",
  TERMS_NOT_OPEN: "TERMS_NOT_OPEN",
  SCOPE_MISSING: "SCOPE_MISSING",
  APPLICANT_ERASED: "APPLICANT_ERASED",
  RETENTION_NOT_OVER: "RETENTION_NOT_OVER",
  OWN_ACCOUNT: "OWN_ACCOUNT",
  LAST_ADMINISTRATOR: "LAST_ADMINISTRATOR",
  ACCOUNT_ACT_DOES_NOT_FIT: "ACCOUNT_ACT_DOES_NOT_FIT",
} as const;
export type RefusalCode = (typeof RefusalCode)[keyof typeof RefusalCode];

/** A refusal of permission. */
export interface Refusal {
  readonly code: RefusalCode;
}

/** The answer to a question of permission. */
export type Permission = Result<true, Refusal>;

/** Permitted. */
export const permitted: Permission = { ok: true, value: true };

/** Not permitted. */
export const refused = (code: RefusalCode): Err<Refusal> => err({ code });

/** Tells whether somebody holds one of some roles. */
export const holds = (actor: Actor, ...roles: readonly Role[]): boolean =>
  actor.roles.some((role) => roles.includes(role));

/** The roles of the centre's own people. */
export const centreRoles: readonly Role[] = [
  "CENTRE_ADMINISTRATOR",
  "HALL_MANAGER",
  "EVALUATOR",
  "SECOND_EVALUATOR",
  "CENTRE_LEADER",
  "AUDITOR",
];

/**
 * Tells whether somebody is one of the centre's own people, who see every vendor.
 * @example
 * ```ts
 * isOfCentre({ id: "u2", roles: ["EVALUATOR"], vendorId: null, regionCode: null }); // → true
 * ```
 */
export const isOfCentre = (actor: Actor): boolean => holds(actor, ...centreRoles);

/**
 * Tells whether somebody works for a vendor, and for which they can speak.
 * @example
 * ```ts
 * isOfVendor({ id: "u1", roles: ["WINDOW_CLERK"], vendorId: "v1", regionCode: null }); // → true
 * ```
 */
export const isOfVendor = (actor: Actor): boolean => holds(actor, "VENDOR_MANAGER", "WINDOW_CLERK");

/**
 * Tells whether somebody, or a machine, belongs to a banner, county or city.
 * @example
 * ```ts
 * isOfBanner({ id: "u4", roles: ["BANNER_OFFICER"], vendorId: null, regionCode: "152502" });
 * // → true
 * ```
 */
export const isOfBanner = (actor: Actor): boolean =>
  holds(actor, "BANNER_OFFICER", "BANNER_INTEGRATION");
