import type { CaseAct, Channel, Delivery } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";
import { granted } from "./grants.ts";

/** What the question needs to know of a case; instants are only asked whether they are there. */
export interface CaseStanding {
  readonly vendorId: string;
  readonly channel: Channel;
  readonly delivery: Delivery;
  readonly isCompleted: boolean;
  readonly isCancelled: boolean;
  readonly isMailed: boolean;
  readonly isHandedOver: boolean;
  /** A pause of the on-site clock that has no end yet. */
  readonly isPaused: boolean;
  /** Its applicant's personal data is gone; false where it is not said. */
  readonly isErased?: boolean;
}

/**
 * May they do this to the case now? Its own vendor's people only, who press the buttons of their
 * own clock (五(二), 五(三)), and only where the act fits: a pause stops an open on-site clock, an open
 * pause may end in completion, mailing and handing over follow completion. Nothing is mailed to an
 * applicant who was erased. Refusals: ROLE_MISSING, OTHER_VENDOR, AUDITOR_CHANGES_NOTHING,
 * ACT_DOES_NOT_FIT, APPLICANT_ERASED.
 * @example
 * ```ts
 * const clerk: Actor = { id: "u1", roles: ["WINDOW_CLERK"], vendorId: "v1", regionCode: null };
 * const standing: CaseStanding = {
 *   vendorId: "v1", channel: "ONSITE", delivery: "PICKUP",
 *   isCompleted: false, isCancelled: false, isMailed: false, isHandedOver: false, isPaused: false,
 * };
 * canActOnCase(clerk, "PAUSE", standing); // → { ok: true, value: true }
 * canActOnCase(clerk, "HAND_OVER", standing);
 * // → { ok: false, error: { code: "ACT_DOES_NOT_FIT" } }
 * ```
 */
export function canActOnCase(actor: Actor, act: CaseAct, standing: CaseStanding): Permission {
  const grant = granted(actor, "ACT_ON_CASE", standing);
  if (!grant.ok) return grant;
  if (!fits[act](standing) || standing.isCancelled) return refused("ACT_DOES_NOT_FIT");
  return act === "MAIL" && standing.isErased ? refused("APPLICANT_ERASED") : permitted;
}

const fits: Readonly<Record<CaseAct, (standing: CaseStanding) => boolean>> = {
  PAUSE: ({ channel, isCompleted, isPaused }) => channel === "ONSITE" && !isCompleted && !isPaused,
  RESUME: ({ isCompleted, isPaused }) => !isCompleted && isPaused,
  COMPLETE: ({ isCompleted }) => !isCompleted,
  HAND_OVER: ({ delivery, isCompleted, isHandedOver }) =>
    delivery === "PICKUP" && isCompleted && !isHandedOver,
  MAIL: ({ delivery, isCompleted, isMailed }) => delivery === "MAIL" && isCompleted && !isMailed,
};
