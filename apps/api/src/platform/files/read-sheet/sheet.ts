/** A date and time as the sheet shows it. It has no zone: whoever reads the column knows which clock wrote it. */
export interface LocalDateTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** One cell. A CSV knows only `text` and `empty`; a number keeps its digits in `text`, as far as the file has them. */
export type SheetCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number; readonly text: string }
  | { readonly kind: "dateTime"; readonly local: LocalDateTime }
  | { readonly kind: "empty" };

/** One row that is not blank, at least as wide as the heading. A faulty row has no cells and never ends the reading. */
export interface SheetRow {
  /** The row number a person sees in a spreadsheet; the heading is usually 1. */
  readonly line: number;
  readonly cells: readonly SheetCell[];
  /** Broken quoting, undecodable bytes, or a row past the limits. */
  readonly fault?: "UNREADABLE_LINE";
}

export type SheetEncoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

/** An open table. `rows` can be walked once; `close` may be called at any time, also twice. */
export interface Sheet {
  readonly format: "csv" | "xlsx";
  /** How the text was decoded; of a CSV only. */
  readonly encoding?: SheetEncoding;
  /** The first row that is not blank, trimmed, without empty cells at its end. */
  readonly heading: readonly string[];
  readonly rows: AsyncIterable<SheetRow>;
  close(): Promise<void>;
}

export type SheetErrorCode = "EMPTY_FILE" | "UNREADABLE_FILE" | "TOO_LARGE" | "NOT_A_SHEET";

/** The file as a whole cannot be read. `message` is for logs and holds nothing of the file's content. */
export class SheetError extends Error {
  override readonly name = "SheetError";
  readonly code: SheetErrorCode;

  constructor(code: SheetErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export interface SheetLimits {
  /** Size of the file itself, in bytes. */
  readonly fileBytes: number;
  /** Everything a zip archive may inflate to while it is read, in bytes: the guard against zip bombs. */
  readonly inflatedBytes: number;
  /** The table of shared strings, which has to stay in memory, in bytes. */
  readonly sharedStringBytes: number;
  readonly rows: number;
  readonly columns: number;
}

const MIB = 1024 * 1024;

/** The bounds `openSheet` keeps when it is not told others. The row bound is the one of the spreadsheet programs. */
export const SHEET_LIMITS: SheetLimits = {
  fileBytes: 256 * MIB,
  inflatedBytes: 512 * MIB,
  sharedStringBytes: 128 * MIB,
  rows: 1_048_576,
  columns: 1024,
};
