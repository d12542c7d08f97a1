import type { EntityManager } from "@mikro-orm/postgresql";
import { canEditRules, type Refusal, type Result } from "@signet/domain";

import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import {
  recentlyConfirmed,
  type StepUpRequired,
} from "../../../platform/identity/recently-confirmed.ts";
import type { IdempotencyKeyReused, WorkContext } from "../../../platform/orm/index.ts";

/** What every edit of the rules may be refused for. */
export type EditProblem = Refusal | NotSignedIn | StepUpRequired | IdempotencyKeyReused;

/** The question of access before every edit and every preview of one. */
export const mayEditRules = ({
  caller,
}: Pick<WorkContext, "caller">): Result<true, Refusal | NotSignedIn> =>
  permitted(caller, canEditRules);

/** The same before an edit itself, which needs a fresh proof of who makes it. */
export function mayEditRulesNow(
  context: Pick<WorkContext, "caller" | "clock">,
): Result<true, Refusal | NotSignedIn | StepUpRequired> {
  const allowed = mayEditRules(context);
  return allowed.ok ? recentlyConfirmed(context) : allowed;
}

/** Two edits at once: the second waits, then finds that its newest version no longer is it. */
export async function lockRules(tx: EntityManager): Promise<void> {
  await tx.execute("select pg_advisory_xact_lock(hashtext('signet.rules'))");
}
