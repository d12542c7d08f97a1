import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";

import {
  headLine,
  linesAfter,
  type PublishedHead,
  type PublishedHeads,
  readHeadLines,
} from "./head-lines.ts";

/** The heads that were written out; none where there is no such file yet. */
export async function readHeadFile(file: string | null): Promise<PublishedHeads> {
  return readHeadLines(await textOf(file));
}

/** The same as lines that others may keep: those of later links than `sequence`. */
export async function readLaterHeads(file: string | null, sequence: number): Promise<string> {
  return linesAfter(await textOf(file), sequence);
}

async function textOf(file: string | null): Promise<string> {
  if (file === null) return "";
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
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
