import { AsyncLocalStorage } from "node:async_hooks";

import type { ChangeSet, EventSubscriber, FlushEventArgs } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";

import type { Caller } from "../identity/caller.ts";
import type { Vault } from "../keys/vault.ts";

/** One entity's change as the audit keeps it: personal fields as digests only. */
export interface Change {
  readonly entity: string;
  readonly id: string;
  readonly kind: "create" | "update" | "delete";
  /** Of the fields that changed, what they are now; nothing of what is gone. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The same fields as they were; nothing of what is new. */
  readonly before: Readonly<Record<string, unknown>>;
}

/** One statement past the entities, as it was sent: no act can leave it out. */
export interface BulkChange {
  readonly verb: string;
  readonly table: string;
  readonly rows: number;
}

/** What one act did, as it is handed to the audit inside the act's own transaction. */
export interface ActRecord {
  readonly act: string;
  readonly caller: Caller;
  readonly at: Date;
  readonly requestId: string;
  readonly subject: { readonly type: string; readonly id: string } | null;
  /** What bulk work says of itself; entity changes are collected. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly changes: readonly Change[];
  readonly bulk: readonly BulkChange[];
}

export type AuditSink = (tx: EntityManager, record: ActRecord, vault: Vault) => Promise<void>;

interface RunningAct {
  readonly vault: Vault;
  readonly changes: Change[];
  readonly bulk: BulkChange[];
  /** Statements of the work itself are collected; a flush tells of its own by entities. */
  phase: "work" | "flush" | "records";
}

const running = new AsyncLocalStorage<RunningAct | "unaudited">();

const actNow = (): RunningAct | null => {
  const store = running.getStore();
  return store === undefined || store === "unaudited" ? null : store;
};

/** Whatever `transaction` writes belongs to one act; outside one nothing is written. */
export const asAct = <T>(vault: Vault, transaction: () => Promise<T>): Promise<T> =>
  running.run({ vault, changes: [], bulk: [], phase: "records" }, transaction);

/**
 * The few writes that are no change of state, each with its reason: they leave no audit entry.
 * @param _reason for whoever reads the code
 */
export const unaudited = <T>(_reason: string, write: () => Promise<T>): Promise<T> =>
  running.run("unaudited", write);

/** Collects what `work` changes, within an act. */
export async function collectChanges<T>(
  work: () => Promise<T>,
): Promise<[T, Pick<ActRecord, "changes" | "bulk">]> {
  const act = actNow();
  if (!act) throw new Error("Changes are collected within an act");
  act.phase = "work";
  const outcome = await work();
  act.phase = "records";
  return [outcome, { changes: act.changes, bulk: act.bulk }];
}

/** Hears of a statement that writes before it is sent; answers whom to tell how many rows it met. */
export function noteWrite(verb: string, table: string): (rows: number) => void {
  const act = running.getStore();
  if (act === undefined) {
    throw new Error(
      `A statement that writes to ${table} outside an act would escape the audit: use perform`,
    );
  }
  if (act === "unaudited" || act.phase !== "work") return () => {};
  return (rows) => void act.bulk.push({ verb, table, rows });
}

/** Hears every flush, so that no entity changes outside an audited act. */
export class ActSubscriber implements EventSubscriber {
  onFlush({ uow }: FlushEventArgs): void {
    const sets = uow.getChangeSets();
    if (sets.length === 0) return;
    const act = actNow();
    if (!act) {
      throw new Error(
        `A change to ${sets[0]?.meta.className ?? "an entity"} outside an act would escape the audit`,
      );
    }
    act.phase = "flush";
    act.changes.push(
      ...sets.map((set) => changeOf(set, uow.getOriginalEntityData(set.entity), act.vault)),
    );
  }

  afterFlush(): void {
    const act = actNow();
    if (act?.phase === "flush") act.phase = "work";
  }
}

function changeOf(set: ChangeSet<object>, known: object | undefined, vault: Vault): Change {
  const kind = set.type.startsWith("create")
    ? "create"
    : set.type.startsWith("delete")
      ? "delete"
      : "update";
  const properties = set.meta.properties as Record<string, { hidden?: boolean; primary?: boolean }>;
  const valuesOf = (names: readonly string[], values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      names
        .filter((name) => properties[name] && !properties[name].primary)
        .map((name) => [
          name,
          properties[name]?.hidden ? digestOf(values[name], vault) : plain(values[name]),
        ]),
    );
  const original = (set.originalEntity ?? known ?? {}) as Record<string, unknown>;
  const now = kind === "delete" ? {} : set.payload;
  const touched = kind === "delete" ? original : now;
  return {
    entity: set.meta.className,
    id: String(set.getSerializedPrimaryKey()),
    kind,
    fields: valuesOf(Object.keys(now), now),
    before: kind === "create" ? {} : valuesOf(Object.keys(touched), original),
  };
}

/** What may not be read again stands as a keyed digest, and says that it is one. */
function digestOf(value: unknown, vault: Vault): { readonly digest: string } | null {
  if (value === null || value === undefined) return null;
  const text = Buffer.isBuffer(value) ? value.toString("base64") : String(value);
  return { digest: vault.digest(text) };
}

const plain = (value: unknown): unknown =>
  Buffer.isBuffer(value) ? value.toString("base64url") : (value ?? null);
