import { readFileSync } from "node:fs";

const noticed = new Set(["Killed", "Timeout"]);
const missed = new Set(["Survived", "NoCoverage", "Ignored"]);

/** The mutants of a report, each with its file and the file's lines. */
export function mutantsOf(report) {
  const { files } = JSON.parse(readFileSync(report, "utf8"));
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, file, lines: source.split("\n") })),
  );
}

/**
 * Whether it has to face every test: no test noticed it yet, it runs while a file loads (ignored until
 * it is loaded anew), or it did not end, which on a busy machine may mean nothing.
 */
export const isLeft = ({ status }) => status === "Timeout" || missed.has(status);

/** Where it is, as Stryker wants to be told. */
export function placeOf({ file, location: { start, end } }) {
  return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

const idOf = ({ file, mutatorName, replacement, location }) =>
  JSON.stringify([file, mutatorName, replacement, location]);

/** The mutants with what was found of some of them later. */
export function withLater(mutants, later) {
  const found = new Map(later.map((mutant) => [idOf(mutant), mutant]));
  return mutants.map((mutant) => (isLeft(mutant) ? (found.get(idOf(mutant)) ?? mutant) : mutant));
}

/** Prints the share and what was missed; returns the share. */
export function tell(room, mutants) {
  const good = mutants.filter(({ status }) => noticed.has(status)).length;
  const bad = mutants.filter(({ status }) => missed.has(status));
  const late = mutants.filter(({ status }) => status === "Timeout").length;
  const share = (100 * good) / (good + bad.length);
  const of = `${good} of ${good + bad.length} mutants noticed (${late} of them by not ending)`;
  console.log(`${room}: ${of}, ${share.toFixed(2)} %`);
  for (const { file, lines, location, replacement } of bad) {
    const { start, end } = location;
    const line = lines[start.line - 1];
    const old = line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
    const short = (text) => text.replaceAll(/\s+/g, " ").trim();
    console.log(`  ${file}:${start.line}:${start.column}  ${short(old)}  →  ${short(replacement)}`);
  }
  return share;
}
