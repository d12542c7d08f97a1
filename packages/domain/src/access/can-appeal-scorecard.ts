import { fitsScorecard } from "../scorecard/lifecycle.ts";
import type { ScorecardState } from "../vocabulary.ts";
import { ScorecardAct } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";
import { granted } from "./grants.ts";

/** What the question needs to know of a form. Instants in epoch milliseconds. */
export interface AppealStanding {
  readonly state: ScorecardState;
  readonly vendorId: string;
  /** `closesAt` of its appeal window. */
  readonly closesAt: number;
}

/**
 * May they appeal against a form at an instant? The vendor's own manager, before the window closes.
 * Refusals: AUDITOR_CHANGES_NOTHING, ROLE_MISSING, OTHER_VENDOR, SCORECARD_NOT_OPEN, APPEAL_TOO_LATE.
 * @example
 * ```ts
 * const manager: Actor = { id: "u1", roles: ["VENDOR_MANAGER"], vendorId: "v1", regionCode: null };
 * const form: AppealStanding = { state: "SENT_TO_VENDOR", vendorId: "v1", closesAt: Date.parse("2026-10-20T00:00:00+08:00") };
 * canAppealScorecard(manager, form, form.closesAt - 1); // → { ok: true, value: true }
 * canAppealScorecard(manager, form, form.closesAt); // → { ok: false, error: { code: "APPEAL_TOO_LATE" } }
 * ```
 */
export function canAppealScorecard(
  actor: Actor,
  { state, vendorId, closesAt }: AppealStanding,
  at: number,
): Permission {
  const grant = granted(actor, "APPEAL_SCORECARD", { vendorId });
  if (!grant.ok) return grant;
  if (!fitsScorecard(ScorecardAct.APPEAL, state)) return refused("SCORECARD_NOT_OPEN");
  return at < closesAt ? permitted : refused("APPEAL_TOO_LATE");
}
