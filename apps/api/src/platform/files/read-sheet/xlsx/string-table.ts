import { SheetError, type SheetLimits } from "../sheet.ts";
import { scanPart } from "./scan-part.ts";
import { StringText } from "./string-text.ts";
import type { ZipArchive } from "./zip-archive.ts";

/**
 * The shared strings of a workbook, packed as bytes: cells name them in any order, so all of them have to be at hand,
 * and as JavaScript strings they would take many times the room.
 */
export class StringTable {
  #bytes = Buffer.alloc(64 * 1024);
  #ends = new Uint32Array(1024);
  #count = 0;
  readonly #limit: number;

  constructor(limits: SheetLimits) {
    this.#limit = limits.sharedStringBytes;
  }

  add(text: string): void {
    const start = this.#end(this.#count - 1);
    const end = start + Buffer.byteLength(text);
    if (end > this.#limit) throw new SheetError("TOO_LARGE", "too many shared strings");
    if (end > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(end, this.#bytes.length * 2));
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    if (this.#count === this.#ends.length) {
      const more = new Uint32Array(this.#count * 2);
      more.set(this.#ends);
      this.#ends = more;
    }
    this.#bytes.write(text, start);
    this.#ends[this.#count] = end;
    this.#count += 1;
  }

  /** The string of that number, or nothing when the table has none. */
  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return "";
    return this.#bytes.toString("utf8", this.#end(index - 1), this.#end(index));
  }

  #end(index: number): number {
    return this.#ends[index] ?? 0;
  }
}

/** Reads the workbook's shared strings; a workbook may have none. */
export async function readStringTable(
  archive: ZipArchive,
  part: string | undefined,
  limits: SheetLimits,
): Promise<StringTable> {
  const table = new StringTable(limits);
  if (part === undefined || !archive.has(part)) return table;
  const text = new StringText();
  await scanPart(archive, part, {
    open: (name) => (name === "si" ? text.start() : text.open(name)),
    text: (piece) => text.text(piece),
    close: (name) => (name === "si" ? table.add(text.end()) : text.close(name)),
  });
  return table;
}
