import { cellText, widened } from "../sheet-cell.ts";
import { SheetError, type Sheet, type SheetLimits, type SheetRow } from "../sheet.ts";
import type { CellContext } from "./cell-value.ts";
import { readDateStyles } from "./date-formats.ts";
import { readWorkbook } from "./read-workbook.ts";
import { RowCollector } from "./row-collector.ts";
import { readStringTable } from "./string-table.ts";
import { XmlScanner } from "./xml-scanner.ts";
import { ZipArchive } from "./zip-archive.ts";

/** Opens the first sheet of a workbook that is visible and not blank, and reads its heading. @throws {SheetError} */
export async function openXlsx(path: string, limits: SheetLimits): Promise<Sheet> {
  const archive = await ZipArchive.open(path, limits);
  const close = async () => void (await archive.close());
  try {
    const { first, rest } = await firstSheetWithRows(archive, limits);
    if (first.fault) throw new SheetError("TOO_LARGE", "the heading is too wide");
    return {
      format: "xlsx",
      heading: first.cells.map((cell) => cellText(cell)),
      rows: readRows(rest, first.cells.length, close),
      close: async () => {
        await rest.return(undefined);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function firstSheetWithRows(archive: ZipArchive, limits: SheetLimits) {
  const workbook = await readWorkbook(archive);
  const context: CellContext = {
    strings: await readStringTable(archive, workbook.strings, limits),
    isDateStyle: await readDateStyles(archive, workbook.styles),
    is1904: workbook.is1904,
  };
  for (const part of workbook.sheets) {
    const rest = sheetRows(archive, part, context, limits);
    const first = await rest.next();
    if (first.done !== true) return { first: first.value, rest };
  }
  throw new SheetError("EMPTY_FILE", "no visible sheet has a row");
}

async function* sheetRows(
  archive: ZipArchive,
  part: string,
  context: CellContext,
  limits: SheetLimits,
): AsyncGenerator<SheetRow> {
  const collector = new RowCollector(context, limits);
  const scanner = new XmlScanner(collector);
  for await (const piece of archive.text(part)) {
    scanner.write(piece);
    yield* collector.take();
  }
  if (!collector.isComplete) throw new SheetError("UNREADABLE_FILE", "the sheet is cut off");
}

async function* readRows(
  rest: AsyncGenerator<SheetRow>,
  width: number,
  close: () => Promise<void>,
): AsyncGenerator<SheetRow> {
  try {
    for await (const row of rest)
      yield row.fault ? row : { ...row, cells: widened(row.cells, width) };
  } finally {
    await close();
  }
}
