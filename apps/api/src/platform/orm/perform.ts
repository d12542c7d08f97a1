import type { EntityManager } from "@mikro-orm/postgresql";
import { type Err, err, type Result } from "@signet/domain";

import type { Caller } from "../identity/caller.ts";
import type { Clock } from "../clock/clock.ts";
import type { Vault } from "../keys/vault.ts";
import { type ActRecord, asAct, type AuditSink, collectChanges } from "./act.ts";
import { canonicalJson } from "./canonical-json.ts";
import { withinScope } from "./row-security.ts";
import type { Scope } from "./scope.ts";
import { IdempotencyKey } from "./idempotency-key.entity.ts";

/** What every use case is given: who asks, what they may see, the time, and the database. */
export interface WorkContext {
  readonly em: EntityManager;
  readonly caller: Caller;
  readonly scope: Scope;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly audit: AuditSink;
  /** Throws where nothing may be written now: too little room on the disk. */
  readonly admit: () => void;
  readonly requestId: string;
  /** From the `Idempotency-Key` header; null where the caller gave none. */
  readonly idempotencyKey: string | null;
}

/** Inside an act: the transaction, and what the act says of itself to the audit. */
export interface Unit {
  readonly tx: EntityManager;
  readonly at: Date;
  describe(subject: ActRecord["subject"], detail?: ActRecord["detail"]): void;
}

export interface IdempotencyKeyReused {
  readonly code: "IDEMPOTENCY_KEY_REUSED";
}

const mostTries = 3;

class Refused extends Error {
  readonly outcome: Result<unknown, unknown>;

  constructor(outcome: Result<unknown, unknown>) {
    super("refused");
    this.outcome = outcome;
  }
}

/**
 * One act in one transaction: the work, its audit entry and its idempotency record commit together
 * or not at all. A refusal rolls back and leaves nothing. A repeated key answers with the first
 * outcome, which therefore must be plain JSON (ids and codes, re-rendered by the caller).
 */
export async function perform<R extends Result<unknown, unknown>>(
  context: WorkContext,
  act: string,
  input: unknown,
  work: (unit: Unit) => Promise<R>,
): Promise<R | Err<IdempotencyKeyReused>> {
  context.admit();
  const at = context.clock.now();
  const said: { subject: ActRecord["subject"]; detail: ActRecord["detail"] } = {
    subject: null,
    detail: {},
  };
  const transaction = async (tx: EntityManager): Promise<R | Err<IdempotencyKeyReused>> => {
    // Within the transaction: whoever waits for older ones to end knows what the younger ones seal under.
    await context.vault.keepUp(tx);
    const repeated = await claimKey<R>(tx, context, act, input, at);
    if (repeated) return repeated;
    const unit: Unit = {
      tx,
      at,
      describe: (subject, detail = {}) => Object.assign(said, { subject, detail }),
    };
    const [outcome, collected] = await collectChanges(async () => {
      const done = await work(unit);
      if (!done.ok) throw new Refused(done);
      await tx.flush();
      return done;
    });
    await keepOutcome(tx, context, act, outcome);
    const { caller, requestId } = context;
    await context.audit(tx, { act, caller, at, requestId, ...said, ...collected }, context.vault);
    return outcome;
  };
  for (let tries = 1; ; tries += 1) {
    try {
      return await withinScope(context.scope, () =>
        asAct(context.vault, () => context.em.fork().transactional(transaction)),
      );
    } catch (error) {
      if (error instanceof Refused) return error.outcome as R;
      if (tries === mostTries || !isDeadlock(error)) throw error;
    }
  }
}

/** Of two acts that waited for each other the database has ended this one, whole: it is done again. */
const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && (error as { readonly code?: unknown }).code === "40P01";

/** Claims the key by inserting it: a second request with it waits here until the first has committed. */
async function claimKey<R>(
  tx: EntityManager,
  { caller, idempotencyKey: key, vault }: WorkContext,
  operation: string,
  input: unknown,
  at: Date,
): Promise<R | Err<IdempotencyKeyReused> | null> {
  if (key === null || !caller.actor) return null;
  const requestHash = vault.requestHash(canonicalJson(input ?? null));
  const claimed: unknown[] = await tx.execute(
    `insert into idempotency_key (actor_id, operation, key, request_hash, created_at) values (?, ?, ?, ?, ?)
     on conflict do nothing returning 1`,
    [caller.actor.id, operation, key, requestHash, at],
  );
  if (claimed.length > 0) return null;
  const first = await tx.findOneOrFail(IdempotencyKey, {
    actorId: caller.actor.id,
    operation,
    key,
  });
  return first.requestHash === requestHash
    ? (first.outcome as R)
    : err({ code: "IDEMPOTENCY_KEY_REUSED" });
}

async function keepOutcome(
  tx: EntityManager,
  context: WorkContext,
  operation: string,
  outcome: unknown,
): Promise<void> {
  const { caller, idempotencyKey: key } = context;
  if (key === null || !caller.actor) return;
  await tx.execute(
    "update idempotency_key set outcome = ? where actor_id = ? and operation = ? and key = ?",
    [JSON.stringify(outcome ?? null), caller.actor.id, operation, key],
  );
}
