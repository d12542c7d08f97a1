import { isObject } from "../input/fields.ts";
import { refuse } from "../input/refuse.ts";
import { isWord, refuseWord } from "../input/scalars.ts";
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

/** Refuses what is no pause; paths are written for the one at fault only, since there are many. */
export function checkPause(pause: unknown, index: number): void {
  const path = (field: string): string => `/pauses/${index}${field}`;
  if (!isObject(pause)) refuse(path(""), "NOT_AN_OBJECT");
  const { from, to, reason, voided } = pause;
  if (!isInstant(from)) refuse(path("/from"), "NOT_AN_INSTANT");
  if (to !== null && to !== undefined) {
    if (!isInstant(to)) refuse(path("/to"), "NOT_AN_INSTANT");
    if (to < from) refuse(path("/to"), "ENDS_BEFORE_START");
  }
  if (!isWord(PauseReason, reason)) refuseWord(reason, path("/reason"));
  if (typeof voided !== "boolean") refuse(path("/voided"), "NOT_A_BOOLEAN");
}

/** Pauses in the order of their starts, as they are mostly recorded. */
export function inOrder(pauses: readonly Pause[]): readonly Pause[] {
  for (let index = 1; index < pauses.length; index += 1) {
    const [before, pause] = [pauses[index - 1], pauses[index]];
    if (before !== undefined && pause !== undefined && pause.from < before.from)
      return [...pauses].sort((a, b) => a.from - b.from);
  }
  return pauses;
}
