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
  readonly fields: Readonly<Record<string, unknown>>;
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
}

export type AuditSink = (tx: EntityManager, record: ActRecord, vault: Vault) => Promise<void>;

interface RunningAct {
  readonly vault: Vault;
  readonly changes: Change[];
}

const running = new AsyncLocalStorage<RunningAct>();

/** Collects what is flushed while `work` runs. */
export async function collectChanges<T>(
  vault: Vault,
  work: () => Promise<T>,
): Promise<[T, readonly Change[]]> {
  const act: RunningAct = { vault, changes: [] };
  const outcome = await running.run(act, work);
  return [outcome, act.changes];
}

/** Hears every flush, so that no entity changes outside an audited act. */
export class ActSubscriber implements EventSubscriber {
  onFlush({ uow }: FlushEventArgs): void {
    const sets = uow.getChangeSets();
    if (sets.length === 0) return;
    const act = running.getStore();
    if (!act) {
      throw new Error(
        `A change to ${sets[0]?.meta.className ?? "an entity"} outside an act would escape the audit`,
      );
    }
    act.changes.push(...sets.map((set) => changeOf(set, act.vault)));
  }
}

function changeOf(set: ChangeSet<object>, vault: Vault): Change {
  const kind = set.type.startsWith("create")
    ? "create"
    : set.type.startsWith("delete")
      ? "delete"
      : "update";
  const properties = set.meta.properties as Record<string, { hidden?: boolean; primary?: boolean }>;
  const fields = Object.entries(kind === "delete" ? {} : set.payload)
    .filter(([name]) => !properties[name]?.primary)
    .map(([name, value]) => [
      name,
      properties[name]?.hidden ? digestOf(value, vault) : plain(value),
    ]);
  return {
    entity: set.meta.className,
    id: String(set.getSerializedPrimaryKey()),
    kind,
    fields: Object.fromEntries(fields),
  };
}

function digestOf(value: unknown, vault: Vault): string | null {
  if (value === null || value === undefined) return null;
  return vault.digest(Buffer.isBuffer(value) ? value.toString("base64") : String(value));
}

const plain = (value: unknown): unknown =>
  Buffer.isBuffer(value) ? value.toString("base64url") : value;
