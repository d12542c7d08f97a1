import { parseLocalDateTime } from "@signet/domain";

import type { SheetCell } from "../../../platform/files/read-sheet.ts";

const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]+(\d{1,2})[:时](\d{2})(?:[:分](\d{2})(?:\.(\d{1,3}))?秒?)?$/;

/** The text of a cell as a person would read it. */
export function textOf(cell: SheetCell | undefined): string {
  if (!cell || cell.kind === "empty" || cell.kind === "dateTime") return "";
  return cell.text.trim();
}

/** The instant of a local time in a cell, as exports and spreadsheets write it; null where it is none. */
export function instantOf(cell: SheetCell | undefined, zone: string): number | null {
  const parts = cell?.kind === "dateTime" ? cellParts(cell) : written.exec(textOf(cell))?.slice(1);
  if (!parts) return null;
  const [year, month, day, hour, minute, second = "0", fraction = ""] = parts;
  const two = (part: string | undefined): string => String(part).padStart(2, "0");
  const text = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}.${fraction.padEnd(3, "0")}`;
  return parseLocalDateTime(text, zone);
}

function cellParts({ local }: Extract<SheetCell, { kind: "dateTime" }>): string[] {
  const { year, month, day, hour, minute, second, millisecond } = local;
  return [year, month, day, hour, minute, second]
    .map(String)
    .concat(String(millisecond).padStart(3, "0"));
}

/** Yuan, with at most two decimals, as whole fen; null where it is no amount. */
export function fenOf(cell: SheetCell | undefined): number | null {
  const match = /^([+-]?)(\d{1,7})(?:\.(\d{1,2}))?元?$/.exec(textOf(cell).replaceAll(",", ""));
  if (!match) return null;
  const fen = Number(match[2]) * 100 + Number((match[3] ?? "").padEnd(2, "0"));
  return match[1] === "-" ? -fen : fen;
}
