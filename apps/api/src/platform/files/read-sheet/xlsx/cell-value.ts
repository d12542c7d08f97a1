import { EMPTY_CELL, textCell } from "../sheet-cell.ts";
import type { SheetCell } from "../sheet.ts";
import type { IsDateStyle } from "./date-formats.ts";
import { numberText } from "./number-text.ts";
import { serialDate, writtenDate } from "./serial-date.ts";
import type { StringTable } from "./string-table.ts";
import { decodedEscapes } from "./xml-text.ts";

/** What the workbook says about all of its cells. */
export interface CellContext {
  readonly strings: StringTable;
  readonly isDateStyle: IsDateStyle;
  readonly is1904: boolean;
}

/** One cell as its sheet writes it. `value` is a formula's last result, or the number of a shared string. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  /** Text written in the cell itself. */
  readonly inline: string;
}

/** What a person sees in the cell. */
export function cellValue(cell: RawCell, { strings, isDateStyle, is1904 }: CellContext): SheetCell {
  const value = cell.value.trim();
  switch (cell.type) {
    case "s":
      return value === "" ? EMPTY_CELL : textCell(strings.at(Number(value)));
    case "inlineStr":
      return textCell(cell.inline);
    case "str":
    case "e":
      return textCell(decodedEscapes(cell.value));
    case "b":
      return textCell(value === "1" || value === "true" ? "TRUE" : "FALSE");
    case "d": {
      const local = writtenDate(value);
      return local ? { kind: "dateTime", local } : textCell(value);
    }
    default: {
      if (value === "") return EMPTY_CELL;
      const number = Number(value);
      if (!Number.isFinite(number)) return textCell(value);
      const local = isDateStyle(cell.style) ? serialDate(value, is1904) : undefined;
      return local
        ? { kind: "dateTime", local }
        : { kind: "number", value: number, text: numberText(value) };
    }
  }
}
