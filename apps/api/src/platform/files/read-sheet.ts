/** The door of `read-sheet`: a table out of a file, row by row, in bounded memory. */
export { openSheet } from "./read-sheet/open-sheet.ts";
export {
  SHEET_LIMITS,
  SheetError,
  type LocalDateTime,
  type Sheet,
  type SheetCell,
  type SheetEncoding,
  type SheetErrorCode,
  type SheetLimits,
  type SheetRow,
} from "./read-sheet/sheet.ts";
