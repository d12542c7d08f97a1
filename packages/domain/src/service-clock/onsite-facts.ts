import { isObject } from "../input/fields.ts";
import { refuse } from "../input/refuse.ts";
import { checkEnd, checkInstant } from "./event-order.ts";
import { checkPause, inOrder } from "./pauses.ts";
import type { Pause } from "./pauses.ts";

/** What happened to an on-site case. Instants in epoch milliseconds; null and absent are the same. */
export interface OnsiteFacts {
  /** The applicant came; the wait that follows is shown and does not count. */
  readonly arrivedAt?: number | null;
  /** Materials received (接受资料), the clock's start. */
  readonly receivedAt: number;
  /** Done (办结). */
  readonly completedAt?: number | null;
  /** Returned or withdrawn. */
  readonly cancelledAt?: number | null;
  readonly pauses: readonly Pause[];
}

/** Facts that were checked: what is absent is null, pauses stand in the order of their starts. */
export type CheckedOnsiteFacts = Required<{
  readonly [Key in keyof OnsiteFacts]: Exclude<OnsiteFacts[Key], undefined>;
}>;

/** Refuses facts whose ends come before their beginnings, used or not, and what is no fact at all. */
export function checkOnsiteFacts(facts: OnsiteFacts): CheckedOnsiteFacts {
  if (!isObject(facts)) refuse("", "NOT_AN_OBJECT");
  const { pauses } = facts;
  const receivedAt = checkInstant(facts.receivedAt, "/receivedAt");
  const arrivedAt = facts.arrivedAt ?? null;
  if (arrivedAt !== null) checkInstant(arrivedAt, "/arrivedAt");
  if (!Array.isArray(pauses)) refuse("/pauses", "NOT_A_LIST");
  for (let index = 0; index < pauses.length; index += 1) checkPause(pauses[index], index);
  return {
    arrivedAt,
    receivedAt,
    completedAt: checkEnd(facts.completedAt, receivedAt, "/completedAt"),
    cancelledAt: checkEnd(facts.cancelledAt, receivedAt, "/cancelledAt"),
    pauses: inOrder(pauses),
  };
}
