import { canReadAudit, ok, type Refusal, type Result } from "@signet/domain";

import type { BackgroundWork } from "../../../platform/background/background-work.ts";
import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import { outliving, perform, type WorkContext, withinScope } from "../../../platform/orm/index.ts";
import { readNewestOf } from "../persistence/audit-list.view.ts";
import type { ChainVerdict } from "./chain-walk.ts";
import { verifyChain } from "./verify-chain.ts";

const key = "verify-audit";
const act = "audit.verify";

/** A verdict, and when and for whom it was found. */
export interface FoundVerdict {
  readonly verdict: ChainVerdict;
  readonly at: string;
  readonly actorId: string;
}

/** How far a verification of this process has come. */
export interface VerificationProgress {
  readonly startedAt: string;
  readonly done: number;
  readonly total: number;
}

/**
 * Verifies the chain in the server, after the request was answered, once at a time. The verdict is an
 * act: it stands in the chain, so that everybody sees the last one and who asked for it.
 */
export class AuditVerification {
  readonly headsFile: string | null;
  readonly #background: BackgroundWork;
  #running: { progress: VerificationProgress; readonly stop: AbortController } | null = null;
  /** A chain that is broken at its head takes no more entries: then the verdict stands here alone. */
  #last: FoundVerdict | null = null;

  constructor(background: BackgroundWork, headsFile: string | null) {
    this.#background = background;
    this.headsFile = headsFile;
  }

  /** Begins a verification, unless one is under way, which then serves this caller too. */
  start(context: WorkContext): Result<true, Refusal | NotSignedIn> {
    const allowed = permitted(context.caller, canReadAudit);
    if (!allowed.ok || this.#background.holds(key)) return allowed;
    const startedAt = context.clock.now().toISOString();
    const stop = new AbortController();
    this.#running = { progress: { startedAt, done: 0, total: 0 }, stop };
    const own: WorkContext = { ...outliving(context), em: context.em.fork() };
    const begun = this.#background.start(key, async (closing) => {
      try {
        await withinScope(own.scope, () =>
          this.#verify(own, AbortSignal.any([closing, stop.signal]), startedAt),
        );
      } finally {
        this.#running = null;
      }
    });
    // A server that is closing begins nothing more.
    if (!begun) this.#running = null;
    return allowed;
  }

  /** Ends a verification that is under way; its verdict is never found. */
  cancel({ caller }: Pick<WorkContext, "caller">): Result<true, Refusal | NotSignedIn> {
    const allowed = permitted(caller, canReadAudit);
    if (allowed.ok) this.#running?.stop.abort();
    return allowed;
  }

  /** Null where none is under way in this process. */
  get progress(): VerificationProgress | null {
    return this.#running?.progress ?? null;
  }

  /** The last verdict, of whatever process; null before the first, and where its entry was forged. */
  async lastVerdict({
    em,
    vault,
  }: Pick<WorkContext, "em" | "vault">): Promise<FoundVerdict | null> {
    const row = await readNewestOf(em, act);
    if (!row?.body) return this.#last;
    const hash = vault.chainHashUnder(row.body, row);
    if (!Buffer.isBuffer(hash) || hash.toString("hex") !== row.hash) return this.#last;
    if (this.#last && this.#last.at >= row.occurredAt) return this.#last;
    const { detail } = JSON.parse(row.body) as { readonly detail: ChainVerdict };
    return { verdict: detail, at: row.occurredAt, actorId: row.actorId };
  }

  async #verify(context: WorkContext, signal: AbortSignal, startedAt: string): Promise<void> {
    const verdict = await verifyChain(context, {
      headsFile: this.headsFile,
      signal,
      onProgress: (progress) => {
        if (this.#running) this.#running.progress = { startedAt, ...progress };
      },
    });
    if (!verdict) return;
    const at = context.clock.now().toISOString();
    this.#last = { verdict, at, actorId: context.caller.actor?.id ?? context.caller.name };
    await perform(context, act, null, async ({ describe }) => {
      describe({ type: "AuditChain", id: "chain" }, { ...verdict });
      return ok(null);
    });
  }
}
