import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { strToU8, zipSync } from "fflate";
import { inject } from "vitest";

import { openSheet } from "./open-sheet.ts";
import { cellText } from "./sheet-cell.ts";
import { SheetError, type SheetLimits, type SheetRow } from "./sheet.ts";

/** Writes a file for one test. */
export async function fileOf(content: Uint8Array | string): Promise<string> {
  const path = join(await mkdtemp(join(inject("postgres").folder, "sheet-")), "file");
  await writeFile(path, content);
  return path;
}

/** Reads a whole table, rows as `line:cell|cell`, a faulty one as `line!`. */
export async function readAll(content: Uint8Array | string, limits?: SheetLimits) {
  const sheet = await openSheet(await fileOf(content), limits);
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows) rows.push(row);
  await sheet.close();
  const lines = rows.map(({ line, cells, fault }) =>
    fault ? `${line}!` : `${line}:${cells.map((cell) => cellText(cell)).join("|")}`,
  );
  return { ...sheet, rows, lines };
}

/** The code with which reading a whole file fails. */
export async function codeOf(content: Uint8Array | string, limits?: SheetLimits) {
  try {
    await readAll(content, limits);
    return "none";
  } catch (error) {
    if (error instanceof SheetError) return error.code;
    throw error;
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** What a handwritten workbook is made of: the inside of its parts, as the programs write them. */
export interface WorkbookParts {
  /** The inside of `sheetData`, one a sheet. */
  readonly sheets: readonly string[];
  readonly states?: readonly string[];
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
}

/** Zips a workbook in Excel's order: the sheets before the strings they refer to. */
export function workbookOf({
  sheets,
  states = [],
  strings,
  styles,
  workbookPr = "",
}: WorkbookParts) {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const names = sheets.map((_, index) => `sheet${index + 1}`);
  const list = names.map((name, index) => {
    const state = states[index] ? ` state="${states[index]}"` : "";
    return `<sheet name="${name}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const relations = [
    ...names.map((name, index) =>
      relation(`rId${index + 1}`, "worksheet", `worksheets/${name}.xml`),
    ),
    ...(styles === undefined ? [] : [relation("rId98", "styles", "/xl/styles.xml")]),
    ...(strings === undefined ? [] : [relation("rId99", "sharedStrings", "sharedStrings.xml")]),
  ];
  return zipped({
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookPr}<sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}">${relations.join("")}</Relationships>`,
    ...Object.fromEntries(
      sheets.map((data, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`,
      ]),
    ),
    ...(styles !== undefined && {
      "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    }),
    ...(strings !== undefined && {
      "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings}</sst>`,
    }),
  });
}

/** An archive of parts of text. */
export function zipped(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(HEAD + text)])),
  );
}
