/** The door of `read-sheet`: a table out of a file, row by row, in bounded memory. */
export { openSheet } from "./read-sheet/open-sheet.ts";
export {
  SheetError,
  type SheetCell,
  type SheetErrorCode,
  type SheetRow,
} from "./read-sheet/sheet.ts";
