export interface FaultLine {
  readonly line: number;
  readonly number: string | null;
  readonly outcome: string;
  readonly column: string;
  readonly message: string;
}

/**
 * Faults as a table that spreadsheets open as it is. What one of them would take for a formula gets an
 * apostrophe before it, also where a spreadsheet of another country parts its cells by semicolons or
 * tabs, and takes no quotation mark within a cell for one.
 */
export function faultCsv(heading: readonly string[], lines: readonly FaultLine[]): string {
  const rows = lines.map(({ line, number, outcome, column, message }) =>
    [String(line), number ?? "", outcome, column, message].map(cell).join(","),
  );
  // The mark at the beginning tells them the encoding.
  return `\uFEFF${[heading.map(cell).join(","), ...rows].join("\r\n")}\r\n`;
}

const opener = String.raw`(?=[\s\p{C}"]*[=+\-@|＝＋－＠｜])`;
const first = new RegExp(`^${opener}`, "u");
/** After what a spreadsheet may take for the end of a cell. */
const later = new RegExp(`[;\\t\\r\\n]${opener}`, "gu");

function cell(text: string): string {
  const harmless = text.replaceAll(later, "$&'").replace(first, "'");
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
