import type { CaseFault, CaseFaultCode } from "@signet/domain";

import type { SheetCell } from "../../../platform/files/read-sheet.ts";
import { fenOf, instantOf, textOf } from "./case-cells.ts";
import type { ColumnMap, ImportField } from "./import-columns.ts";

/** What reading a line needs to know beside its cells. */
export interface LineReading {
  readonly columns: ColumnMap;
  /** The file's own heading of a field. */
  readonly headings: readonly string[];
  /** The vendor of every line where no column says it. */
  readonly vendorId: string | null;
  /** Whose cases the importer may bring in. */
  readonly mayImport: (vendorId: string) => boolean;
  /** Vendor ids by every name an export may use. */
  readonly vendors: ReadonlyMap<string, string>;
  readonly zone: string;
  /** The local day of reading: nobody is born after it. */
  readonly today: string;
}

/** The most characters that a field's column holds. */
const longest: Partial<Record<ImportField, number>> = {
  NUMBER: 40,
  APPLICANT_NAME: 120,
  HANDLER: 40,
  TRACKING_NUMBER: 60,
  NOTE: 500,
};

/** The cells of one line by field, collecting what cannot be read. */
export class LineCells {
  readonly faults: CaseFault[] = [];
  readonly #cells: readonly SheetCell[];
  readonly #reading: LineReading;

  constructor(cells: readonly SheetCell[], reading: LineReading) {
    this.#cells = cells;
    this.#reading = reading;
  }

  isBlank(field: ImportField): boolean {
    const cell = this.#cell(field);
    return !cell || cell.kind === "empty" || (cell.kind === "text" && cell.text.trim() === "");
  }

  text(field: ImportField): string | null {
    const text = textOf(this.#cell(field));
    if (text.length > (longest[field] ?? 100)) this.fault("TEXT_TOO_LONG", field);
    return text || null;
  }

  /** A term by its word; an empty cell is left to the rules' check of what is missing. */
  word<T>(field: ImportField, words: ReadonlyMap<string, T>, unknown: CaseFaultCode): T | null {
    const text = textOf(this.#cell(field));
    if (text === "") return null;
    const term = words.get(text);
    if (term === undefined) this.fault(unknown, field);
    return term ?? null;
  }

  instant(field: ImportField): number | null {
    if (this.isBlank(field)) return null;
    const instant = instantOf(this.#cell(field), this.#reading.zone);
    if (instant === null) this.fault("UNRECOGNISED_TIME", field);
    return instant;
  }

  fen(field: ImportField): number | null {
    if (this.isBlank(field)) return null;
    const fen = fenOf(this.#cell(field));
    if (fen === null) this.fault("FEE_NOT_A_NUMBER", field);
    return fen;
  }

  #cell(field: ImportField): SheetCell | undefined {
    const position = this.#reading.columns[field];
    return position === undefined ? undefined : this.#cells[position];
  }

  fault(code: CaseFaultCode, field: ImportField): void {
    this.faults.push({ code, field, pause: null });
  }
}
