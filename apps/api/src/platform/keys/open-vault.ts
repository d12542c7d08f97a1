import { randomBytes, randomUUID } from "node:crypto";

import type { EntityManager } from "@mikro-orm/postgresql";

import { system } from "../identity/caller.ts";
import { type ActRecord, asAct, type AuditSink } from "../orm/act.ts";
import type { ChainAlgorithm } from "./chain-algorithm.ts";
import { DataKeyEntity } from "./data-key.entity.ts";
import { DataKeyReader, readWrapped, unwrap } from "./data-key-reader.ts";
import { createMasterKey, type MasterKey, MasterKeyError, readMasterKey } from "./master-key.ts";
import { promoteNext, readMasterKeys } from "./master-key-files.ts";
import { keyIdOf, seal, type SealedText } from "./sealing.ts";
import { DataClass, type DataKey, Vault } from "./vault.ts";

export interface VaultOptions {
  readonly keyFile: string;
  readonly now: Date;
  readonly chainAlgorithm?: ChainAlgorithm | undefined;
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
  { keyFile, now, chainAlgorithm, audit }: VaultOptions,
): Promise<Vault> {
  return em.transactional(async (tx) => {
    // Two first starts would otherwise each create a set.
    await lockKeys(tx);
    const wrapped = await readWrapped(tx);
    const master = await masterOf(keyFile, wrapped[0]?.wrapped ?? null);
    const reader = new DataKeyReader(keyFile);
    const keys = await reader.read(tx);
    const held = new Set(keys.map((key) => key.dataClass));
    const made = Object.values(DataClass)
      .filter((name) => !held.has(name))
      .map((dataClass) => ({ id: randomUUID(), dataClass, key: randomBytes(32) }));
    const vault = new Vault([...keys, ...made], reader.read, chainAlgorithm);
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

/** One at a time makes keys, or moves the master key. */
export const lockKeys = (tx: EntityManager): Promise<unknown> =>
  tx.execute("select pg_advisory_xact_lock(hashtext('signet.data-keys'))");

/** Under `lockKeys`: the master key that wraps the data keys. A change of it that was killed on its way is completed. */
export async function masterOf(
  keyFile: string,
  wrapped: SealedText | null,
  onStep?: (step: "kept") => void,
): Promise<MasterKey> {
  const present = await readMasterKey(keyFile);
  if (wrapped === null) return present ?? createMasterKey(keyFile);
  if (!present) {
    throw new MasterKeyError(
      `The master key ${keyFile} is missing; restore it from its own backup`,
    );
  }
  if (present.id === keyIdOf(wrapped)) return present;
  const next = (await readMasterKeys(keyFile)).find(({ id }) => id === keyIdOf(wrapped));
  // Another one altogether is refused where the data keys are unwrapped.
  if (!next) return present;
  unwrap(wrapped, [next], keyFile);
  await promoteNext(keyFile, onStep);
  return next;
}
