import { refuse } from "../input/refuse.ts";
import { checkEnd, checkInstant } from "./event-order.ts";
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

/** Facts that were checked; what is absent is null. */
export type CheckedOnsiteFacts = Required<{
  readonly [Key in keyof OnsiteFacts]: Exclude<OnsiteFacts[Key], undefined>;
}>;

/** Refuses facts whose ends come before their beginnings, used or not. */
export function checkOnsiteFacts(facts: OnsiteFacts): CheckedOnsiteFacts {
  const receivedAt = checkInstant(facts.receivedAt, "/receivedAt");
  const arrivedAt = facts.arrivedAt ?? null;
  if (arrivedAt !== null) checkInstant(arrivedAt, "/arrivedAt");
  for (const [index, pause] of facts.pauses.entries()) {
    const path = `/pauses/${index}`;
    checkEnd(pause.to, checkInstant(pause.from, `${path}/from`), `${path}/to`);
    if (typeof pause.voided !== "boolean") refuse(`${path}/voided`, "NOT_A_BOOLEAN");
  }
  return {
    arrivedAt,
    receivedAt,
    completedAt: checkEnd(facts.completedAt, receivedAt, "/completedAt"),
    cancelledAt: checkEnd(facts.cancelledAt, receivedAt, "/cancelledAt"),
    pauses: facts.pauses,
  };
}
