import { fitsScorecard } from "../scorecard/lifecycle.ts";
import type { ScorecardState } from "../vocabulary.ts";
import { Role, ScorecardAct } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { holds, isOwnVendor, permitted, refused } from "./actor.ts";

/** What the question needs to know of a form. Instants in epoch milliseconds. */
export interface AppealStanding {
  readonly state: ScorecardState;
  readonly vendorId: string;
  /** `closesAt` of its appeal window. */
  readonly closesAt: number;
}

/** May they appeal against a form at an instant? The vendor's own manager, before the window closes. */
export function canAppealScorecard(
  actor: Actor,
  { state, vendorId, closesAt }: AppealStanding,
  at: number,
): Permission {
  if (holds(actor, Role.AUDITOR)) return refused("AUDITOR_CHANGES_NOTHING");
  if (!holds(actor, Role.VENDOR_MANAGER)) return refused("ROLE_MISSING");
  if (!isOwnVendor(actor, vendorId)) return refused("OTHER_VENDOR");
  if (!fitsScorecard(ScorecardAct.APPEAL, state)) return refused("SCORECARD_NOT_OPEN");
  return at < closesAt ? permitted : refused("APPEAL_TOO_LATE");
}
