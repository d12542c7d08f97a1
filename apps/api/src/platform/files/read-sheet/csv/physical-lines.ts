/** A line of the file, which may be a part of a record when a quoted cell holds line breaks. */
export interface PhysicalLine {
  readonly text: string;
  /** Bytes in it could not be decoded, or it is longer than any line of a table. */
  readonly damaged: boolean;
}

/** No line of a table is longer; a file without line breaks must not end up in memory whole. */
const LONGEST_LINE = 1_000_000;

/** Splits text at CRLF, LF or CR, whichever comes. */
export async function* physicalLines(pieces: AsyncIterable<string>): AsyncGenerator<PhysicalLine> {
  let rest = "";
  let skipping = false;
  for await (const piece of pieces) {
    const text = rest + piece;
    let start = 0;
    const breaks = /\r\n?|\n/gu;
    for (let found = breaks.exec(text); found !== null; found = breaks.exec(text)) {
      // A CR at the end of a piece may be half of a CRLF.
      if (found[0] === "\r" && breaks.lastIndex === text.length) break;
      yield skipping ? { text: "", damaged: true } : physicalLine(text.slice(start, found.index));
      skipping = false;
      start = breaks.lastIndex;
    }
    rest = text.slice(start);
    if (rest.length > LONGEST_LINE) {
      skipping = true;
      rest = rest.endsWith("\r") ? "\r" : "";
    }
  }
  if (skipping) yield { text: "", damaged: true };
  else if (rest !== "") yield physicalLine(rest.endsWith("\r") ? rest.slice(0, -1) : rest);
}

function physicalLine(text: string): PhysicalLine {
  return { text, damaged: text.includes("\uFFFD") };
}
