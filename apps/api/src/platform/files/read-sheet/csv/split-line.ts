/** The cells of a record as far as they were read. */
export interface Cells {
  readonly done: readonly string[];
  /** The text so far of a quoted cell that goes on in the next line. */
  readonly open?: string;
}

/**
 * Splits one physical line into cells, going on with the cell that the line before left open.
 * Quotes mean something only around a whole cell, as in the spreadsheet programs: `5"` is five inches, and a cell that
 * goes on behind its closing quote is taken as it stands. Such a cell that came open from the line before was never
 * meant: then the answer is nothing.
 */
export function splitLine(line: string, separator: string, before?: Cells): Cells | undefined {
  const done = before ? [...before.done] : [];
  let at = 0;
  if (before?.open !== undefined) {
    const close = closingQuote(line, 0);
    if (close === -1) return { done, open: `${before.open}\n${unquoted(line)}` };
    at = cellEnd(line, separator, close + 1);
    if (line.slice(close + 1, at).trim() !== "") return undefined;
    done.push(`${before.open}\n${unquoted(line.slice(0, close))}`);
    at += 1;
    if (at > line.length) return { done };
  }
  for (;;) {
    const open = openingQuote(line, at);
    if (open === -1) {
      const end = cellEnd(line, separator, at);
      done.push(line.slice(at, end));
      at = end + 1;
    } else {
      const close = closingQuote(line, open + 1);
      if (close === -1) return { done, open: unquoted(line.slice(open + 1)) };
      const end = cellEnd(line, separator, close + 1);
      const isWhole = line.slice(close + 1, end).trim() === "";
      done.push(isWhole ? unquoted(line.slice(open + 1, close)) : line.slice(at, end));
      at = end + 1;
    }
    if (at > line.length) return { done };
  }
}

function cellEnd(line: string, separator: string, from: number): number {
  const end = line.indexOf(separator, from);
  return end === -1 ? line.length : end;
}

/** Some programs put a space behind every separator, before the quote. */
function openingQuote(line: string, from: number): number {
  let at = from;
  while (line[at] === " ") at += 1;
  return line[at] === '"' ? at : -1;
}

/** The first quote from here that is not half of a doubled one. */
function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at !== -1; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at;
  }
  return -1;
}

function unquoted(text: string): string {
  return text.includes('"') ? text.replaceAll('""', '"') : text;
}
