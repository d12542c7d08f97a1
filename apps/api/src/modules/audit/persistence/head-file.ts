import { mkdir, open, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";

import {
  type HeadLine,
  headLine,
  type PublishedHead,
  type PublishedHeads,
  readHeadLines,
  wholeLines,
} from "./head-lines.ts";

/** The heads that were written out; none where there is no such file yet. */
export async function readHeadFile(file: string | null): Promise<PublishedHeads> {
  return readHeadLines(await textOf(file));
}

/** The same as lines that others may keep; taken apart once for as long as the file stays as it is. */
export class HeadLines {
  readonly #file: string | null;
  #seen = "";
  #lines: readonly HeadLine[] = [];

  constructor(file: string | null) {
    this.#file = file;
  }

  /** Those of later links than `sequence`. */
  async after(sequence: number): Promise<string> {
    await this.#keepUp();
    const later = this.#lines.filter((line) => line.sequence > sequence);
    return later.map(({ line }) => `${line}\n`).join("");
  }

  async #keepUp(): Promise<void> {
    const seen = await standOf(this.#file);
    if (seen === this.#seen) return;
    this.#lines = wholeLines(await textOf(this.#file));
    this.#seen = seen;
  }
}

/** Changes with every line that is added, and with whatever else is done to the file. */
async function standOf(file: string | null): Promise<string> {
  if (file === null) return "";
  const { ino, size, mtimeMs } = (await stat(file).catch(orNull)) ?? {};
  return [ino, size, mtimeMs].join(" ");
}

async function textOf(file: string | null): Promise<string> {
  if (file === null) return "";
  return (await readFile(file, "utf8").catch(orNull)) ?? "";
}

function orNull(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

/** Adds a line and sees it on the disk. What was written before is never touched, torn or not. */
export async function appendHead(
  file: string,
  head: PublishedHead,
  { lastDigest, endsTorn }: PublishedHeads,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, "a", 0o644);
  try {
    await handle.writeFile(`${endsTorn ? "\n" : ""}${headLine(head, lastDigest)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  const folder = await open(dirname(file), "r");
  await folder.sync().finally(() => folder.close());
}
