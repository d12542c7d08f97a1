import { cellText, filledWidth, textCell, widened } from "../sheet-cell.ts";
import {
  SheetError,
  type Sheet,
  type SheetCell,
  type SheetLimits,
  type SheetRow,
} from "../sheet.ts";
import { decodedText } from "./decoded-text.ts";
import { declaredSeparator, detectSeparator } from "./detect-separator.ts";
import { detectEncoding } from "./detect-encoding.ts";
import { LineQueue } from "./line-queue.ts";
import { nextRecord, type Dialect } from "./next-record.ts";
import { physicalLines } from "./physical-lines.ts";

interface Heading {
  readonly line: number;
  readonly cells: readonly SheetCell[];
  readonly dialect: Dialect;
}

/** Opens a CSV file and reads its heading. @throws {SheetError} */
export async function openCsv(path: string, limits: SheetLimits): Promise<Sheet> {
  const encoding = await detectEncoding(path);
  const lines = physicalLines(decodedText(path, encoding));
  const close = async () => void (await lines.return(undefined));
  try {
    const queue = new LineQueue(lines);
    const heading = await readHeading(queue, limits);
    return {
      format: "csv",
      encoding,
      heading: heading.cells.map((cell) => cellText(cell)),
      rows: readRows(queue, heading, limits, close),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readHeading(queue: LineQueue, limits: SheetLimits): Promise<Heading> {
  const declared = declaredSeparator((await queue.peek(0))?.text ?? "");
  if (declared !== undefined) queue.take(1);
  for (let line = 1; ; line += 1) {
    const next = await queue.peek(0);
    if (next === undefined) throw new SheetError("EMPTY_FILE", "the file has no row");
    const separator = declared ?? detectSeparator(next.text);
    const record = await nextRecord(queue, { separator });
    if (record?.cells === undefined)
      throw new SheetError("NOT_A_SHEET", "the heading is unreadable");
    const cells = record.cells.map((cell) => textCell(cell));
    const width = filledWidth(cells);
    if (width > limits.columns) throw new SheetError("TOO_LARGE", `${width} columns`);
    if (width > 0) {
      return {
        line,
        cells: cells.slice(0, width),
        dialect: { separator, width: cells.length },
      };
    }
  }
}

async function* readRows(
  queue: LineQueue,
  heading: Heading,
  limits: SheetLimits,
  close: () => Promise<void>,
): AsyncGenerator<SheetRow> {
  try {
    for (let line = heading.line + 1; ; line += 1) {
      const record = await nextRecord(queue, heading.dialect);
      if (record === undefined) return;
      if (line > limits.rows) throw new SheetError("TOO_LARGE", `more than ${limits.rows} rows`);
      const row = readRow(line, record.cells, heading.cells.length, limits);
      if (row !== undefined) yield row;
    }
  } finally {
    await close();
  }
}

function readRow(
  line: number,
  texts: readonly string[] | undefined,
  width: number,
  limits: SheetLimits,
): SheetRow | undefined {
  const cells = texts?.map((text) => textCell(text)) ?? [];
  const filled = filledWidth(cells);
  if (texts === undefined || filled > limits.columns) {
    return { line, cells: [], fault: "UNREADABLE_LINE" };
  }
  return filled === 0 ? undefined : { line, cells: widened(cells.slice(0, filled), width) };
}
