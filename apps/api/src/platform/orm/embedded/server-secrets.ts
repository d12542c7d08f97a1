import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { open, readFile, rename } from "node:fs/promises";
import { flushFolder, giveToFolderOwner, type DataFolder } from "./data-folder.ts";
import { EmbeddedDatabaseError, errnoOf } from "./embedded-database-error.ts";

/** One password a role: whoever reaches the socket without this file gets nothing. */
export interface ServerSecrets {
  readonly superuser: string;
  readonly owner: string;
  readonly application: string;
}

const password = (): string => randomBytes(32).toString("base64url");

export const generateSecrets = (): ServerSecrets => ({
  superuser: password(),
  owner: password(),
  application: password(),
});

export async function readSecrets(folder: DataFolder): Promise<ServerSecrets | undefined> {
  let text: string;
  try {
    text = await readFile(folder.secrets, "utf8");
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return undefined;
    throw error;
  }
  try {
    const { superuser, owner, application } = JSON.parse(text) as Record<string, unknown>;
    if (isPassword(superuser) && isPassword(owner) && isPassword(application))
      return { superuser, owner, application };
  } catch {
    // Said below, without the text: it may hold a password.
  }
  throw new EmbeddedDatabaseError(
    "START_FAILED",
    `${folder.secrets} is damaged. Move it away: new passwords are made at the next start.`,
  );
}

// Passwords go into statements as literals: nothing that would need quoting.
const isPassword = (value: unknown): value is string =>
  typeof value === "string" && /^[\w-]{32,}$/.test(value);

/** Whole or not at all, also after a power cut. */
export async function writeSecrets(folder: DataFolder, secrets: ServerSecrets): Promise<void> {
  const { O_CREAT, O_TRUNC, O_WRONLY, O_NOFOLLOW } = constants;
  const part = `${folder.secrets}.part`;
  const handle = await open(part, O_CREAT | O_TRUNC | O_WRONLY | O_NOFOLLOW, 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(secrets, undefined, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await giveToFolderOwner(folder, part);
  await rename(part, folder.secrets);
  await flushFolder(folder.root);
}
