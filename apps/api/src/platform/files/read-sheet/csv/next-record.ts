import type { LineQueue } from "./line-queue.ts";
import { splitLine } from "./split-line.ts";

/** How the records of one file are written. */
export interface Dialect {
  readonly separator: string;
  /** Cells of the heading; nothing yet while the heading itself is read. */
  readonly width?: number;
}

/** One row of the table; without cells when it could not be read. */
export interface CsvRecord {
  readonly cells?: readonly string[];
}

/** A quoted cell with more line breaks is taken for a quote that somebody forgot to close. */
const LINES_IN_ONE_RECORD = 100;
const LONGEST_CELL = 1_000_000;

/** A line with this many cells, exactly as many as the heading and no quote, is a record and no part of a note. */
const TELLING_WIDTH = 5;

/**
 * Reads the next record, or nothing after the last. A quote that never closes costs its own line and no other: the
 * following lines are read again, as if it had not been there.
 */
export async function nextRecord(
  queue: LineQueue,
  dialect: Dialect,
): Promise<CsvRecord | undefined> {
  const first = await queue.peek(0);
  if (first === undefined) return undefined;
  if (!first.damaged && !first.text.includes('"')) {
    queue.take(1);
    return { cells: first.text.split(dialect.separator) };
  }
  const record = first.damaged ? undefined : await quotedRecord(first.text, queue, dialect);
  queue.take(record?.lines ?? 1);
  return record ? { cells: record.cells } : {};
}

async function quotedRecord(
  first: string,
  queue: LineQueue,
  { separator, width }: Dialect,
): Promise<{ cells: readonly string[]; lines: number } | undefined> {
  let cells = splitLine(first, separator);
  let lines = 1;
  while (cells?.open !== undefined) {
    const next = await queue.peek(lines);
    if (next === undefined || next.damaged || lines >= LINES_IN_ONE_RECORD) return undefined;
    if (cells.open.length > LONGEST_CELL) return undefined;
    cells = splitLine(next.text, separator, cells);
    if (cells?.open !== undefined && isRecord(next.text, separator, width)) return undefined;
    lines += 1;
  }
  if (cells === undefined || (lines > 1 && !isWide(cells.done, width))) return undefined;
  return { cells: cells.done, lines };
}

function isRecord(text: string, separator: string, width = 0): boolean {
  return width >= TELLING_WIDTH && !text.includes('"') && text.split(separator).length === width;
}

/** Whoever writes line breaks into quotes writes every cell of the row; a swallowed row has too few or too many. */
function isWide(cells: readonly string[], width = cells.length): boolean {
  return cells.length >= width && cells.slice(width).every((cell) => cell.trim() === "");
}
