import { Role } from "../vocabulary.ts";
import { type Actor, holds, type Permission, permitted, refused } from "./actor.ts";

/** How far a grant reaches: everything, what is of the own vendor, or what is of the own region. */
export type Reach = "ALL" | "OWN_VENDOR" | "OWN_REGION";

/**
 * Roles × acts: one letter for each role, in the order of `Role` (administrator, hall, evaluator,
 * second, leader, auditor; manager, clerk; officer, integration). `a` reaches all, `v` the own vendor,
 * `r` the own region; a dot is no grant. What stands in neither is not allowed.
 * @example
 * ```ts
 * grants.FREEZE_SCORECARD; // → "....a. .. .."
 * ```
 */
export const grants = {
  SEE_VENDOR: "aaaaaa vv aa",
  SEE_CASE: "aaaaaa vv rr",
  ACCEPT_CASE: "...... vv ..",
  ACT_ON_CASE: "...... vv ..",
  SEE_IMPORT: "aaaaaa v. ..",
  IMPORT_CASES: "aa.... v. ..",
  UNDO_IMPORT: "aa.... .. ..",
  EDIT_RULES: "a..... .. ..",
  SEE_OUTLOOK: "aaaaaa .. ..",
  EXPORT_SCORECARD: "aaaaaa v. aa",
  PROPOSE_SCORECARD: "..a... .. ..",
  REVIEW_SCORECARD: "..a... .. ..",
  CONFIRM_OVERRIDE: "..aa.. .. ..",
  SEND_SCORECARD: "..a... .. ..",
  APPEAL_SCORECARD: "...... v. ..",
  DECIDE_APPEAL: "..aaa. .. ..",
  FREEZE_SCORECARD: "....a. .. ..",
  PUBLISH_SCORECARD: "....a. .. ..",
  PUBLISH_FEE_SCHEDULE: ".a.... .. ..",
  REVEAL_IDENTITY: "aa.... vv ..",
  REQUEST_ERASURE: "a..... .. ..",
  CONFIRM_ERASURE: "aa..a. .. ..",
  READ_AUDIT: "a....a .. ..",
  MANAGE_ACCOUNTS: "a..... .. ..",
  MANAGE_INTEGRATIONS: "a..... .. ..",
} as const;

/** What somebody may be granted to do; a closed list, and the rows of the table of grants. */
export type GrantedAct = keyof typeof grants;

const letters: Readonly<Record<string, Reach>> = { a: "ALL", v: "OWN_VENDOR", r: "OWN_REGION" };

/**
 * How far a role's grant of an act reaches; null where it has none. What else an act depends on (the
 * state of its object, who decided before) is the matter of its own question, `can…`.
 * @example
 * ```ts
 * reachOf("WINDOW_CLERK", "SEE_CASE"); // → "OWN_VENDOR"
 * reachOf("WINDOW_CLERK", "FREEZE_SCORECARD"); // → null
 * ```
 */
export const reachOf = (role: Role, act: GrantedAct): Reach | null =>
  letters[grants[act].replaceAll(" ", "")[Object.values(Role).indexOf(role)] ?? ""] ?? null;

/** Whose something is; absent where it is nobody's in particular. */
export interface Belonging {
  readonly vendorId?: string | null;
  readonly regionCode?: string | null;
}

/**
 * Do the roles of somebody grant an act on what belongs to a vendor or a region? Nothing that is not in
 * the table. Refusals: ROLE_MISSING, OTHER_VENDOR, OTHER_REGION, and AUDITOR_CHANGES_NOTHING for an
 * auditor who asks for what auditors are not granted.
 * @example
 * ```ts
 * const clerk: Actor = { id: "u1", roles: ["WINDOW_CLERK"], vendorId: "v1", regionCode: null };
 * granted(clerk, "SEE_CASE", { vendorId: "v1" }); // → { ok: true, value: true }
 * granted(clerk, "SEE_CASE", { vendorId: "v2" });
 * // → { ok: false, error: { code: "OTHER_VENDOR" } }
 * ```
 */
export function granted(actor: Actor, act: GrantedAct, subject: Belonging = {}): Permission {
  if (holds(actor, Role.AUDITOR) && reachOf(Role.AUDITOR, act) === null)
    return refused("AUDITOR_CHANGES_NOTHING");
  const reaches = new Set(actor.roles.map((role) => reachOf(role, act)));
  if (reaches.has("ALL")) return permitted;
  if (reaches.has("OWN_VENDOR") && isOwn(actor.vendorId, subject.vendorId)) return permitted;
  if (reaches.has("OWN_REGION"))
    return isOwn(actor.regionCode, subject.regionCode) ? permitted : refused("OTHER_REGION");
  return refused(reaches.has("OWN_VENDOR") ? "OTHER_VENDOR" : "ROLE_MISSING");
}

/** Nobody owns what has no name. */
const isOwn = (own: string | null, other: string | null | undefined): boolean =>
  own !== null && own === other;
