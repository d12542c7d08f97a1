import { err, ok, type Result } from "@signet/domain";

import type { Clock } from "../clock/clock.ts";
import { accountRulesAt } from "./account-rules.ts";
import type { Caller } from "./caller.ts";

export interface StepUpRequired {
  readonly code: "STEP_UP_REQUIRED";
}

/**
 * Asked before a critical act: did whoever is signed in prove who they are a short while ago? The
 * mutation `confirmIdentity` does it anew, and the act may be sent again with the same key. The
 * command line and the product itself hold no session and are not asked.
 */
export function recentlyConfirmed({
  caller,
  clock,
}: {
  readonly caller: Caller;
  readonly clock: Clock;
}): Result<true, StepUpRequired> {
  if (caller.kind !== "user" && caller.kind !== "enrolling") return ok(true);
  const now = clock.now();
  const age = now.getTime() - caller.confirmedAt.getTime();
  return age <= accountRulesAt(now).confirmedMs ? ok(true) : err({ code: "STEP_UP_REQUIRED" });
}
