import type { EntityManager } from "@mikro-orm/postgresql";

import { type MasterKey, MasterKeyError } from "./master-key.ts";
import { readMasterKeys } from "./master-key-files.ts";
import { keyIdOf, type SealedText, unseal } from "./sealing.ts";
import type { DataClass, DataKey } from "./vault.ts";

interface WrappedKey {
  readonly id: string;
  readonly data_class: DataClass;
  readonly wrapped: SealedText;
}

/** Reads the data keys of a database; each is unwrapped once, whatever master key has it later. */
export class DataKeyReader {
  readonly #keyFile: string;
  readonly #open = new Map<string, DataKey>();

  constructor(keyFile: string) {
    this.#keyFile = keyFile;
  }

  /** Every data key, oldest first. */
  read = async (em: EntityManager): Promise<readonly DataKey[]> => {
    const rows = await readWrapped(em);
    if (rows.some(({ id }) => !this.#open.has(id))) {
      const masters = await readMasterKeys(this.#keyFile);
      for (const row of rows) {
        const { id, data_class: dataClass } = row;
        if (!this.#open.has(id))
          this.#open.set(id, { id, dataClass, key: unwrap(row.wrapped, masters, this.#keyFile) });
      }
    }
    return rows.map(({ id }) => this.#open.get(id)!);
  };
}

/** The keys as the database has them, oldest first. */
export const readWrapped = (em: EntityManager): Promise<WrappedKey[]> =>
  em.execute("select id, data_class, wrapped from data_key order by created_at, id");

/** @throws {MasterKeyError} where none of the master keys is the one that wrapped it */
export function unwrap(
  wrapped: SealedText,
  masters: readonly MasterKey[],
  keyFile: string,
): Buffer {
  const master = masters.find(({ id }) => id === keyIdOf(wrapped));
  try {
    if (master) return unseal(wrapped, master.key);
  } catch {
    // The name is right and the key is not: answered like any other key.
  }
  throw new MasterKeyError(
    `The master key ${keyFile} is not the one that this database was sealed under`,
  );
}
