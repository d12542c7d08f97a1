import { err, ImportState, ok, type ProblemCode, type Result } from "@signet/domain";

import type { BackgroundWork } from "../../../platform/background/background-work.ts";
import { outliving, perform, withinScope, type WorkContext } from "../../../platform/orm/index.ts";
import { ImportBatch } from "../persistence/import-batch.entity.ts";
import { endBatch, lockBatch } from "../persistence/import-batch.repository.ts";
import { beginCommit, type CommitProblem, continueCommit } from "./commit-import.ts";
import type { OpenedImport } from "./open-import.ts";
import { stageOpened } from "./stage-import.ts";
import { beginUndo, continueUndo, type SettledCheck, type UndoProblem } from "./undo-import.ts";

/**
 * The long part of imports in the server, after a request was answered: reading, committing, undoing.
 * Everything that it needs to go on lies in the database, but for a file that is still being read.
 */
export class ImportWork {
  readonly #background: BackgroundWork;
  readonly #isSettled: SettledCheck;

  constructor(background: BackgroundWork, isSettled: SettledCheck) {
    this.#background = background;
    this.#isSettled = isSettled;
  }

  /** Reads an opened file; `release` is called when it is needed no more. */
  stage(context: WorkContext, opened: OpenedImport, release: () => Promise<void>): Promise<void> {
    const { batchId, state } = opened;
    const started =
      state === ImportState.STAGING &&
      this.#start(`stage ${batchId}`, context, async (own, signal) => {
        try {
          const staged = await stageOpened(own, opened, { signal });
          if (!staged.ok) await giveUp(own, batchId, staged.error.code as ProblemCode);
        } finally {
          await release();
        }
      });
    return started ? Promise.resolve() : release();
  }

  async commit(context: WorkContext, batchId: string): Promise<Result<unknown, CommitProblem>> {
    const begun = await beginCommit(context, batchId);
    if (begun.ok) this.#commit(context, batchId);
    return begun;
  }

  async undo(context: WorkContext, batchId: string): Promise<Result<unknown, UndoProblem>> {
    const begun = await beginUndo(context, batchId, this.#isSettled);
    if (begun.ok) this.#undo(context, batchId);
    return begun;
  }

  /** Takes up what a process that is no more had begun. */
  async resume(context: WorkContext): Promise<void> {
    const { COMMITTING, UNDOING } = ImportState;
    const begun = await withinScope(context.scope, () =>
      context.em
        .fork()
        .find(ImportBatch, { state: { $in: [COMMITTING, UNDOING] } }, { orderBy: { id: "asc" } }),
    );
    for (const { id, state } of begun) {
      if (state === COMMITTING) this.#commit(context, id);
      else this.#undo(context, id);
    }
  }

  /** Whether this process works at the batch. */
  isAtWork(batchId: string): boolean {
    return ["stage", "commit", "undo"].some((part) => this.#background.holds(`${part} ${batchId}`));
  }

  #commit(context: WorkContext, batchId: string): void {
    this.#start(`commit ${batchId}`, context, (own, signal) =>
      continueCommit(own, batchId, { signal }),
    );
  }

  #undo(context: WorkContext, batchId: string): void {
    this.#start(`undo ${batchId}`, context, (own, signal) =>
      continueUndo(own, batchId, { signal }),
    );
  }

  /** Work that outlives its request keeps the scope of who asked for it. */
  #start(
    key: string,
    context: WorkContext,
    work: (own: WorkContext, signal: AbortSignal) => Promise<unknown>,
  ): boolean {
    const own = outliving(context);
    return this.#background.start(key, (signal) => withinScope(own.scope, () => work(own, signal)));
  }
}

/** A file that cannot be read to its end is no import; the batch says why. */
async function giveUp(context: WorkContext, batchId: string, problem: ProblemCode): Promise<void> {
  await perform(context, "import.give-up", { batchId }, async ({ tx, at, describe }) => {
    const batch = await lockBatch(tx, batchId);
    if (batch?.state !== ImportState.STAGING) return err({ code: "STOPPED" } as const);
    await endBatch(tx, batch, at, problem);
    describe({ type: "ImportBatch", id: batchId });
    return ok(null);
  });
}
