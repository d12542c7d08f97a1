import type { Binaries } from "./binaries.ts";
import { runProgram } from "./child-program.ts";
import { SUPERUSER } from "./cluster-initialisation.ts";
import type { DataFolder } from "./data-folder.ts";
import { EmbeddedDatabaseError } from "./embedded-database-error.ts";
import type { ServerIdentity } from "./server-identity.ts";

/**
 * Sets a new password while no server runs. Whoever owns the files may do so; a data folder whose
 * secrets file was lost (a restore that left it out) stays usable.
 */
export async function resetSuperuserPassword(
  folder: DataFolder,
  identity: ServerIdentity,
  binaries: Binaries,
  password: string,
): Promise<void> {
  const { status, output } = await runProgram(
    identity.invoke(binaries.postgres, ["--single", "-j", "-D", folder.cluster, "postgres"]),
    `alter role ${SUPERUSER} password '${password}';\n\n`,
  );
  if (status !== 0 || /\b(ERROR|FATAL|PANIC):/.test(output))
    throw new EmbeddedDatabaseError(
      "START_FAILED",
      `The passwords of the database in ${folder.cluster} are lost and could not be set anew (exit ${status}).`,
    );
}
