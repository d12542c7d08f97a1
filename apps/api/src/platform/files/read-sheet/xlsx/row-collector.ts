import { EMPTY_CELL, filledWidth } from "../sheet-cell.ts";
import { SheetError, type SheetCell, type SheetLimits, type SheetRow } from "../sheet.ts";
import { cellValue, type CellContext } from "./cell-value.ts";
import { StringText } from "./string-text.ts";
import type { XmlHandler } from "./xml-scanner.ts";
import { attributesOf } from "./xml-text.ts";

/** More than any number, and than the text of any formula's result. */
const LONGEST_VALUE = 100_000;

/** Builds rows out of a sheet's markup. `take` hands over those that are complete and not blank. */
export class RowCollector implements XmlHandler {
  readonly #context: CellContext;
  readonly #limits: SheetLimits;
  readonly #inline = new StringText();
  #isComplete = false;
  #rows: SheetRow[] = [];
  #line = 0;
  #cells: SheetCell[] = [];
  #column = -1;
  #isTooWide = false;
  #isInCell = false;
  #isInValue = false;
  #type = "";
  #style = 0;
  #value = "";

  constructor(context: CellContext, limits: SheetLimits) {
    this.#context = context;
    this.#limits = limits;
  }

  /** Whether the sheet came to its end; one that was cut off must not look like a short one. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  take(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, raw: string): void {
    if (name === "row") this.#startRow(raw);
    else if (name === "c") this.#startCell(raw);
    else if (name === "v") this.#isInValue = this.#isInCell;
    else if (this.#isInCell) this.#inline.open(name);
  }

  text(piece: string): void {
    if (this.#isInValue) {
      if (this.#value.length < LONGEST_VALUE) this.#value += piece;
    } else if (this.#isInCell) this.#inline.text(piece);
  }

  close(name: string): void {
    if (name === "row") this.#endRow();
    else if (name === "c") this.#endCell();
    else if (name === "v") this.#isInValue = false;
    else if (name === "worksheet") this.#isComplete = true;
    else if (this.#isInCell) this.#inline.close(name);
  }

  #startRow(raw: string): void {
    this.#line = Number(attributesOf(raw).get("r") ?? this.#line + 1);
    if (!(this.#line <= this.#limits.rows)) throw new SheetError("TOO_LARGE", "too many rows");
    this.#cells = [];
    this.#column = -1;
    this.#isTooWide = false;
  }

  #startCell(raw: string): void {
    const attributes = attributesOf(raw);
    const reference = attributes.get("r");
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
    this.#type = attributes.get("t") ?? "n";
    this.#style = Number(attributes.get("s") ?? 0);
    this.#value = "";
    this.#inline.start();
    this.#isInCell = true;
  }

  #endCell(): void {
    this.#isInCell = false;
    const raw = {
      type: this.#type,
      style: this.#style,
      value: this.#value,
      inline: this.#inline.end(),
    };
    const cell = cellValue(raw, this.#context);
    if (cell.kind === "empty") return;
    if (this.#column >= this.#limits.columns) {
      this.#isTooWide = true;
      return;
    }
    while (this.#cells.length < this.#column) this.#cells.push(EMPTY_CELL);
    this.#cells[this.#column] = cell;
  }

  #endRow(): void {
    const line = this.#line;
    if (this.#isTooWide) this.#rows.push({ line, cells: [], fault: "UNREADABLE_LINE" });
    else if (filledWidth(this.#cells) > 0) this.#rows.push({ line, cells: this.#cells });
  }
}

/** `A1` is column 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) | 0x20;
    if (letter < 0x61 || letter > 0x7a) break;
    column = column * 26 + letter - 0x60;
  }
  return column - 1;
}
