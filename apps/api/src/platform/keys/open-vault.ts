import { randomBytes, randomUUID } from "node:crypto";

import type { EntityManager } from "@mikro-orm/postgresql";

import { system } from "../identity/caller.ts";
import { type ActRecord, asAct, type AuditSink } from "../orm/act.ts";
import { DataKeyEntity } from "./data-key.entity.ts";
import { createMasterKey, type MasterKey, MasterKeyError, readMasterKey } from "./master-key.ts";
import { keyIdOf, seal, unseal } from "./sealing.ts";
import { DataClass, type DataKey, Vault } from "./vault.ts";

export interface VaultOptions {
  readonly keyFile: string;
  readonly now: Date;
  /** Told, within the same transaction, of the keys that were made. */
  readonly audit: AuditSink;
}

/**
 * Opens this database's data keys with the master key, creating both at the very first start.
 * @throws {MasterKeyError} where the database has data keys and the file does not open them:
 *   a new key would silently make every sealed value unreadable
 */
export async function openVault(
  em: EntityManager,
  { keyFile, now, audit }: VaultOptions,
): Promise<Vault> {
  return em.transactional(async (tx) => {
    // Two first starts would otherwise each create a set.
    await tx.execute("select pg_advisory_xact_lock(hashtext('signet.data-keys'))");
    const rows = await tx.find(DataKeyEntity, {}, { orderBy: { createdAt: "asc", id: "asc" } });
    const present = await readMasterKey(keyFile);
    if (!present && rows.length > 0) {
      throw new MasterKeyError(
        `The master key ${keyFile} is missing; restore it from its own backup`,
      );
    }
    const master = present ?? (await createMasterKey(keyFile));
    const keys = rows.map((row) => ({
      id: row.id,
      dataClass: row.dataClass as DataClass,
      key: unwrap(row, master, keyFile),
    }));
    const held = new Set(keys.map((key) => key.dataClass));
    const made = Object.values(DataClass)
      .filter((name) => !held.has(name))
      .map((dataClass) => ({ id: randomUUID(), dataClass, key: randomBytes(32) }));
    const vault = new Vault([...keys, ...made]);
    if (made.length > 0) {
      await asAct(vault, async () => {
        for (const { id, dataClass, key } of made) {
          const wrapped = seal(key, master.key, master.id);
          await tx.insert(DataKeyEntity, { id, dataClass, wrapped, createdAt: now });
        }
        await audit(tx, recordOf(made, now), vault);
      });
    }
    return vault;
  });
}

/** The audit knows which keys there are, and nothing of what they are. */
const recordOf = (made: readonly DataKey[], at: Date): ActRecord => ({
  act: "installation.create-data-keys",
  caller: system,
  at,
  requestId: "start",
  subject: { type: "Installation", id: "data-keys" },
  detail: {},
  changes: made.map(({ id, dataClass }) => ({
    entity: "DataKey",
    id,
    kind: "create",
    fields: { dataClass },
    before: {},
  })),
  bulk: [],
});

function unwrap(row: DataKeyEntity, master: MasterKey, keyFile: string): Buffer {
  try {
    if (keyIdOf(row.wrapped) === master.id) return unseal(row.wrapped, master.key);
  } catch {
    // The name is right and the key is not: answered like any other key.
  }
  throw new MasterKeyError(
    `The master key ${keyFile} is not the one that this database was sealed under`,
  );
}
