import { isObject } from "../input/fields.ts";
import { refuse } from "../input/refuse.ts";
import { isWord, refuseWord } from "../input/scalars.ts";
import type { RuleErrorReason } from "../rule-error.ts";
import { PauseReason } from "../vocabulary.ts";
import { isInstant } from "./event-order.ts";

/** A recorded pause of the on-site clock; `to` is null while it is open. Instants in epoch milliseconds. */
export interface Pause {
  readonly from: number;
  readonly to: number | null;
  readonly reason: PauseReason;
  /** A reviewer struck it out: it stays on record and counts nothing. */
  readonly voided: boolean;
}

/** Refuses what is no pause. */
export function checkPause(pause: unknown, index: number): void {
  if (!isObject(pause)) refusePause(index, "", "NOT_AN_OBJECT");
  const { from, to, reason, voided } = pause;
  if (!isInstant(from)) refusePause(index, "/from", "NOT_AN_INSTANT");
  if (to !== null && to !== undefined) {
    if (!isInstant(to)) refusePause(index, "/to", "NOT_AN_INSTANT");
    if (to < from) refusePause(index, "/to", "ENDS_BEFORE_START");
  }
  if (!isWord(PauseReason, reason)) refuseWord(reason, `/pauses/${index}/reason`);
  if (typeof voided !== "boolean") refusePause(index, "/voided", "NOT_A_BOOLEAN");
}

/** There are many pauses: a path is written for the one at fault only. */
function refusePause(index: number, field: string, reason: RuleErrorReason): never {
  refuse(`/pauses/${index}${field}`, reason);
}

/** Pauses in the order of their starts, as they mostly are recorded. */
export function inOrder(pauses: readonly Pause[]): readonly Pause[] {
  let before = -Infinity;
  for (const { from } of pauses) {
    if (from < before) return [...pauses].sort((a, b) => a.from - b.from);
    before = from;
  }
  return pauses;
}
