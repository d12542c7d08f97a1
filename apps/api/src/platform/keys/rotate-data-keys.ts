import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";

import type { EntityManager } from "@mikro-orm/postgresql";
import { ok, type Result } from "@signet/domain";

import { perform, type WorkContext } from "../orm/index.ts";
import { DataKeyEntity } from "./data-key.entity.ts";
import { lockKeys, masterOf } from "./open-vault.ts";
import { countOld, type Place, resealChunk } from "./reseal-chunk.ts";
import type { SealedColumn } from "./sealed-column.ts";
import { seal } from "./sealing.ts";
import { type DataClass, keyLeaseMs } from "./vault.ts";

export interface RotationWork {
  readonly keyFile: string;
  /** How long a request of the server may take: one that began before the new key knows only the old. */
  readonly requestMs: number;
  /** Ends the work after its current chunk. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export type RotationOutcome = "DONE" | "STOPPED";

/**
 * Seals all texts of a class under a new key, with the blind indexes that go with them, and retires the
 * keys before it. A class with more than one key is in the middle of it: that work is taken up again.
 */
export async function rotateDataKeys(
  context: WorkContext,
  columns: readonly SealedColumn[],
  work: RotationWork,
): Promise<RotationOutcome> {
  const classes = classesOf(columns);
  await makeKeys(context, classes, work.keyFile);
  await context.vault.reread(context.em);
  if (!(await everybodyKnows(context.em, work))) return "STOPPED";
  const counts = await Promise.all(
    columns.map((column) => countOld(context.em.fork(), context.vault, column)),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const [at, column] of columns.entries()) {
    for (let place: Place | null = null, more = counts[at]! > 0; more;) {
      if (work.signal?.aborted) return "STOPPED";
      const { rows, last } = await reseal(context, column, place);
      more = last !== null;
      place = last;
      work.onProgress?.((done += rows), total);
    }
  }
  await retire(context, columns, classes);
  return "DONE";
}

/** The classes of columns and of their indexes, each once. */
const classesOf = (columns: readonly SealedColumn[]): readonly DataClass[] => [
  ...new Set(
    columns.flatMap(({ dataClass, index }) => [dataClass, ...(index ? [index.dataClass] : [])]),
  ),
];

/** New keys, all in one act, unless an unfinished rotation has made them already. */
const makeKeys = (
  context: WorkContext,
  classes: readonly DataClass[],
  keyFile: string,
): Promise<unknown> =>
  perform(context, "installation.rotate-keys", null, async ({ tx, at, describe }) => {
    await lockKeys(tx);
    const held = await tx.find(DataKeyEntity, { dataClass: { $in: [...classes] } });
    const ofClass = (name: DataClass) => held.filter(({ dataClass }) => dataClass === name);
    const unfinished = classes.some((name) => ofClass(name).length > 1);
    for (const dataClass of unfinished ? [] : classes) {
      const [before] = ofClass(dataClass);
      if (!before) throw new Error(`No data key of class ${dataClass}`);
      const master = await masterOf(keyFile, before.wrapped);
      tx.create(DataKeyEntity, {
        id: randomUUID(),
        dataClass,
        wrapped: seal(randomBytes(32), master.key, master.id),
        // The newest seals, also where a clock was put back.
        createdAt: new Date(Math.max(at.getTime(), before.createdAt.getTime() + 1)),
      });
    }
    describe({ type: "Installation", id: "data-keys" }, { classes, resumed: unfinished });
    return ok(null);
  });

/**
 * Waits until no process works without the new keys: each looks for them before a request and within
 * an act (`Vault.keepUp`), so what began longer ago than that has to end first.
 */
async function everybodyKnows(
  em: EntityManager,
  { requestMs, signal }: RotationWork,
): Promise<boolean> {
  const wait = (ms: number): Promise<unknown> =>
    setTimeout(ms, null, signal ? { signal } : {}).catch(() => null);
  await wait(keyLeaseMs + requestMs);
  const older = await runningTransactions(em);
  while (!signal?.aborted) {
    const running = new Set(await runningTransactions(em));
    if (!older.some((one) => running.has(one))) return true;
    await wait(200);
  }
  return false;
}

/** Transactions of others in this database; their locks are seen by every role, their times are not. */
async function runningTransactions(em: EntityManager): Promise<readonly string[]> {
  const rows: { virtualxid: string }[] = await em.fork().execute(
    `select l.virtualxid from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'virtualxid' and a.datname = current_database()
        and a.usename = session_user and l.pid <> pg_backend_pid()`,
  );
  return rows.map(({ virtualxid }) => virtualxid);
}

async function reseal(context: WorkContext, column: SealedColumn, after: Place | null) {
  const { table, column: name } = column;
  return valueOf(
    await perform(context, "installation.rotate-keys-chunk", null, async ({ tx, describe }) => {
      const chunk = await resealChunk(tx, context.vault, column, after);
      describe(
        { type: "Installation", id: "data-keys" },
        { table, column: name, rows: chunk.rows, after, last: chunk.last },
      );
      return ok(chunk);
    }),
  );
}

/** Removes the keys that nothing is sealed under any more; where something is, nothing is removed. */
const retire = async (
  context: WorkContext,
  columns: readonly SealedColumn[],
  classes: readonly DataClass[],
): Promise<unknown> =>
  perform(context, "installation.rotate-keys-retire", null, async ({ tx, describe }) => {
    await lockKeys(tx);
    for (const column of columns) {
      const left = await countOld(tx, context.vault, column);
      if (left > 0)
        throw new Error(`${left} rows of ${column.table} are sealed under a key to be retired`);
    }
    const current = classes.map((name) => context.vault.currentKeyId(name));
    const former = await tx.find(DataKeyEntity, {
      dataClass: { $in: [...classes] },
      id: { $nin: current },
    });
    for (const key of former) tx.remove(key);
    describe({ type: "Installation", id: "data-keys" }, { retired: former.map(({ id }) => id) });
    return ok(null);
  });

function valueOf<T>(outcome: Result<T, { readonly code: string }>): T {
  if (!outcome.ok) throw new Error(`The rotation was refused: ${outcome.error.code}`);
  return outcome.value;
}
