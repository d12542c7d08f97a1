import type { LocalDateTime, SheetCell } from "./sheet.ts";

export const EMPTY_CELL: SheetCell = { kind: "empty" };

/** Marks put there by editors and web pages, which `trim` takes for text. */
const INVISIBLE = new Set(["\u200B", "\u200C", "\u200D", "\u2060", "\u001A"]);

/** The cell of a text as people mean it: without the tricks that keep spreadsheet programs from "helping". */
export function textCell(raw: string): SheetCell {
  const text = withoutTricks(trimmed(raw.includes("\0") ? raw.replaceAll("\0", "") : raw));
  return text === "" ? EMPTY_CELL : { kind: "text", text };
}

/** What a person reads in the cell. */
export function cellText(cell: SheetCell): string {
  if (cell.kind === "empty") return "";
  return cell.kind === "dateTime" ? localText(cell.local) : cell.text;
}

/** How many cells there are when the empty ones at the end are not counted. */
export function filledWidth(cells: readonly SheetCell[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1]?.kind === "empty") width -= 1;
  return width;
}

/** The cells of a row, with empty ones added up to the width of the heading. */
export function widened(cells: readonly SheetCell[], width: number): readonly SheetCell[] {
  if (cells.length >= width) return cells;
  return [...cells, ...Array.from({ length: width - cells.length }, () => EMPTY_CELL)];
}

/** Full-width and no-break spaces are white space to `trim`. No regular expression: `\s+$` is quadratic on long runs. */
function trimmed(raw: string): string {
  let text = raw.trim();
  for (;;) {
    if (INVISIBLE.has(text.charAt(0))) text = text.slice(1).trimStart();
    else if (INVISIBLE.has(text.charAt(text.length - 1))) text = text.slice(0, -1).trimEnd();
    else return text;
  }
}

/** `="00123"` and `'00123` are how exports tell Excel that digits are text. */
function withoutTricks(text: string): string {
  if (text.startsWith('="') && text.endsWith('"') && text.length > 2) {
    return trimmed(text.slice(2, -1).replaceAll('""', '"'));
  }
  if (text.startsWith("'") && text.length > 1 && !text.endsWith("'")) return trimmed(text.slice(1));
  return text;
}

function localText(at: LocalDateTime): string {
  const day = `${pad(at.year, 4)}-${pad(at.month)}-${pad(at.day)}`;
  return `${day} ${pad(at.hour)}:${pad(at.minute)}:${pad(at.second)}`;
}

function pad(value: number, digits = 2): string {
  return String(value).padStart(digits, "0");
}
