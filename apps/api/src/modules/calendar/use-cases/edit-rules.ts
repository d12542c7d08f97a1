import type { EntityManager } from "@mikro-orm/postgresql";
import { canEditRules, type Refusal, type Result } from "@signet/domain";

import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import type { IdempotencyKeyReused, WorkContext } from "../../../platform/orm/index.ts";

/** What every edit of the rules may be refused for. */
export type EditProblem = Refusal | NotSignedIn | IdempotencyKeyReused;

/** The question of access before every edit and every preview of one. */
export const mayEditRules = ({
  caller,
}: Pick<WorkContext, "caller">): Result<true, Refusal | NotSignedIn> =>
  permitted(caller, canEditRules);

/** Two edits at once: the second waits, then finds that its newest version no longer is it. */
export async function lockRules(tx: EntityManager): Promise<void> {
  await tx.execute("select pg_advisory_xact_lock(hashtext('signet.rules'))");
}
