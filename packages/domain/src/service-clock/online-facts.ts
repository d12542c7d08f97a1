import { isObject } from "../input/fields.ts";
import { refuse } from "../input/refuse.ts";
import { refuseWord } from "../input/scalars.ts";
import type { Delivery } from "../vocabulary.ts";
import { checkEnd, checkInstant } from "./event-order.ts";

/** What happened to an online case. Instants in epoch milliseconds; null and absent are the same. */
export interface OnlineFacts {
  /** The complete submission was received. */
  readonly receivedAt: number;
  readonly delivery: Delivery;
  /** Done (办结). */
  readonly completedAt?: number | null;
  /** Handed to the courier; not with a pick-up, and not without completion. */
  readonly mailedAt?: number | null;
  /** Returned or withdrawn. */
  readonly cancelledAt?: number | null;
}

/** Facts that were checked; what is absent is null. */
export type CheckedOnlineFacts = Required<{
  readonly [Key in keyof OnlineFacts]: Exclude<OnlineFacts[Key], undefined>;
}>;

/** Refuses facts whose ends come before their beginnings, and a mailing that cannot have been. */
export function checkOnlineFacts(facts: OnlineFacts): CheckedOnlineFacts {
  if (!isObject(facts)) refuse("", "NOT_AN_OBJECT");
  const { delivery } = facts;
  if (delivery !== "MAIL" && delivery !== "PICKUP") refuseWord(delivery, "/delivery");
  const receivedAt = checkInstant(facts.receivedAt, "/receivedAt");
  const completedAt = checkEnd(facts.completedAt, receivedAt, "/completedAt");
  const cancelledAt = checkEnd(facts.cancelledAt, receivedAt, "/cancelledAt");
  const given = facts.mailedAt ?? null;
  if (given !== null && delivery === "PICKUP") refuse("/mailedAt", "NOT_MAILED_WHEN_PICKED_UP");
  if (given !== null && completedAt === null) refuse("/mailedAt", "MAILED_WITHOUT_COMPLETION");
  const mailedAt = checkEnd(given, completedAt ?? receivedAt, "/mailedAt");
  return { receivedAt, delivery, completedAt, mailedAt, cancelledAt };
}
