import { createHash } from "node:crypto";

import * as v from "valibot";

import { canonicalJson } from "../../../platform/orm/index.ts";

/** One head of the chain, as it was written out of the database. */
export interface PublishedHead {
  readonly sequence: number;
  readonly hash: string;
  readonly at: string;
}

/** What a file of heads says. */
export interface PublishedHeads {
  /** Oldest first. */
  readonly heads: readonly PublishedHead[];
  /** The first line, from 1, that was changed, or does not continue the one before; null for none. */
  readonly brokenLine: number | null;
  /** Digest of the last whole line: what the next one continues. */
  readonly lastDigest: string;
  /** Whether the last line lacks its end: a writer was interrupted there. */
  readonly endsTorn: boolean;
}

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const schema = v.strictObject({
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
  hash: hex,
  at: v.pipe(v.string(), v.isoTimestamp()),
  previous: hex,
});

const noLine = "0".repeat(64);
const digestOf = (line: string): string => createHash("sha256").update(line).digest("hex");

/** The line of a head; it names the digest of the line before it, so that none can be taken out. */
export const headLine = (head: PublishedHead, previous: string): string =>
  canonicalJson({ ...head, previous });

/**
 * Reads the lines of a file of heads. A line that a crash tore is no fault: it was never whole, and the
 * line after it continues the last whole one.
 */
export function readHeadLines(text: string): PublishedHeads {
  const heads: PublishedHead[] = [];
  let lastDigest = noLine;
  let brokenLine: number | null = null;
  let torn: number | null = null;
  const lines = text.split("\n");
  const endsTorn = lines.at(-1) !== "";
  if (!endsTorn) lines.pop();
  for (const [index, line] of lines.entries()) {
    const read = readLine(line);
    if (!read) {
      // Two in a row were not torn by one crash and continued by the next writer.
      if (torn !== null) brokenLine ??= index + 1;
      torn = index + 1;
      continue;
    }
    const { previous, ...head } = read;
    const rises = head.sequence > (heads.at(-1)?.sequence ?? 0);
    if (previous !== lastDigest || !rises) brokenLine ??= torn ?? index + 1;
    if (rises) heads.push(head);
    lastDigest = digestOf(line);
    torn = null;
  }
  return { heads, brokenLine, lastDigest, endsTorn };
}

/** A line as it stands in the file, and the link that it names. */
export interface HeadLine {
  readonly sequence: number;
  readonly line: string;
}

/** Every whole line of a file of heads. */
export const wholeLines = (text: string): readonly HeadLine[] =>
  text.split("\n").flatMap((line) => {
    const read = readLine(line);
    return read ? [{ sequence: read.sequence, line }] : [];
  });

/** Null for what is no whole line. */
function readLine(line: string): (PublishedHead & { readonly previous: string }) | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(line));
    return parsed.success && canonicalJson(parsed.output) === line ? parsed.output : null;
  } catch {
    return null;
  }
}
