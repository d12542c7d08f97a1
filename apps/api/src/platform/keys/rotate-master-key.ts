import { rm, stat } from "node:fs/promises";

import { err, ok, type Result } from "@signet/domain";

import { perform, type WorkContext } from "../orm/index.ts";
import { readWrapped, unwrap } from "./data-key-reader.ts";
import { formerFile, nextFile } from "./master-key-files.ts";
import { syncFolderOf, writeMasterKey } from "./master-key.ts";
import { lockKeys, masterOf } from "./open-vault.ts";
import { seal } from "./sealing.ts";

/** The key before lies beside, and would be lost. */
export interface FormerKeyInPlace {
  readonly code: "FORMER_KEY_IN_PLACE";
}

export type MasterKeyStep = "written" | "wrapped" | "committed" | "kept";

/**
 * Wraps every data key under a new master key. At each moment one of the files opens the database:
 * the one that stands until the act commits, and the next one, which a start would find, from then on.
 */
export async function rotateMasterKey(
  context: WorkContext,
  keyFile: string,
  onStep: (step: MasterKeyStep) => void = () => {},
): Promise<Result<{ readonly former: string }, FormerKeyInPlace>> {
  const former = formerFile(keyFile);
  const wrapped = await perform(
    context,
    "installation.rotate-keys-master",
    null,
    async ({ tx, describe }): Promise<Result<null, FormerKeyInPlace>> => {
      await lockKeys(tx);
      const rows = await readWrapped(tx);
      // Completes a change that was killed on its way: from here on the next file, if any, wraps nothing.
      const master = await masterOf(keyFile, rows[0]?.wrapped ?? null);
      if (await isThere(former)) return err({ code: "FORMER_KEY_IN_PLACE" });
      const keys = rows.map((row) => ({ ...row, key: unwrap(row.wrapped, [master], keyFile) }));
      await rm(nextFile(keyFile), { force: true });
      const next = await writeMasterKey(nextFile(keyFile));
      await syncFolderOf(keyFile);
      onStep("written");
      for (const { id, key } of keys) {
        await tx.execute("update data_key set wrapped = ? where id = ?", [
          seal(key, next.key, next.id),
          id,
        ]);
      }
      describe({ type: "Installation", id: "master-key" }, { masterKey: next.id });
      onStep("wrapped");
      return ok(null);
    },
  );
  if (!wrapped.ok) {
    if (wrapped.error.code === "FORMER_KEY_IN_PLACE") return err(wrapped.error);
    throw new Error(`The rotation was refused: ${wrapped.error.code}`);
  }
  onStep("committed");
  await context.em.fork().transactional(async (tx) => {
    await lockKeys(tx);
    const [first] = await readWrapped(tx);
    await masterOf(keyFile, first?.wrapped ?? null, onStep);
  });
  return ok({ former });
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
