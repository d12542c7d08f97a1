import { open } from "node:fs/promises";

import { openCsv } from "./csv/open-csv.ts";
import { SHEET_LIMITS, SheetError, type Sheet, type SheetLimits } from "./sheet.ts";
import { sniffContent } from "./sniff-content.ts";
import { openXlsx } from "./xlsx/open-xlsx.ts";

/**
 * Opens the table in a file, CSV or xlsx by its content and not by its name, and reads its heading.
 * Rows come as they are read: how fast they are taken is how fast the file is read.
 * @throws {SheetError} here, or while `rows` is walked, when the file as a whole cannot be read
 */
export async function openSheet(path: string, limits: SheetLimits = SHEET_LIMITS): Promise<Sheet> {
  const content = await readStart(path, limits);
  return content === "zip" ? openXlsx(path, limits) : openCsv(path, limits);
}

async function readStart(path: string, limits: SheetLimits): Promise<"zip" | "text"> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) throw new SheetError("EMPTY_FILE", "the file has no content");
    if (size > limits.fileBytes) throw new SheetError("TOO_LARGE", `the file has ${size} bytes`);
    const start = Buffer.alloc(Math.min(size, 4096));
    await file.read(start, 0, start.length, 0);
    return sniffContent(start);
  } finally {
    await file.close();
  }
}
