export interface FaultLine {
  readonly line: number;
  readonly number: string | null;
  readonly outcome: string;
  readonly column: string;
  readonly message: string;
}

/**
 * Faults as a table that spreadsheets open as it is. A text that one of them would take for a formula
 * gets an apostrophe before it.
 */
export function faultCsv(heading: readonly string[], lines: readonly FaultLine[]): string {
  const rows = lines.map(({ line, number, outcome, column, message }) =>
    [String(line), number ?? "", outcome, column, message].map(cell).join(","),
  );
  // The mark at the beginning tells them the encoding.
  return `\uFEFF${[heading.map(cell).join(","), ...rows].join("\r\n")}\r\n`;
}

function cell(text: string): string {
  const harmless = /^[\s]*[=+\-@|＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
