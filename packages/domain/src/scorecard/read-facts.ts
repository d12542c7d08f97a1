import { fieldOf, readFields } from "../input/fields.ts";
import { refuse } from "../input/refuse.ts";
import type { PolicyParameters } from "../regulation/policy.ts";
import { readFraction, readString, readWhole, readWord } from "../input/scalars.ts";
import type { ComplaintCount } from "../vocabulary.ts";
import { rowBounds } from "./bounds.ts";
import type { ScorecardFacts } from "./facts.ts";
import type { RowNumber } from "./questions.ts";

/** Facts whose defaults are filled in. */
export type FullFacts = {
  readonly [Row in keyof ScorecardFacts]: Required<NonNullable<ScorecardFacts[Row]>>;
};

type Reader = (value: unknown, path: string) => unknown;
type Shape = Readonly<Record<string, Reader>>;

const whole: Reader = (value, path) => readWhole(value, path);
const atLeastOne: Reader = (value, path) => readWhole(value, path, 1);

/** The words for the complaints that count, each with its meaning. */
export type CountWords = ReadonlyMap<string, ComplaintCount>;

const ownWords: CountWords = new Map([
  ["RECEIVED", "RECEIVED"],
  ["ACCEPTED", "ACCEPTED"],
  ["VERIFIED", "VERIFIED"],
]);

const clock = { assessable: whole, breached: whole };
const shapes: Readonly<Record<RowNumber, Shape>> = {
  1: { schedulesPublished: whole, unpublishedOpenDays: whole, overcharges: whole },
  2: {
    plannedIntervals: whole,
    shortIntervals: whole,
    tolerance: readFraction,
  },
  3: { inspections: whole, failures: whole, minimum: atLeastOne },
  4: {
    channels: whole,
    probes: whole,
    successes: whole,
    cases: whole,
    threshold: readFraction,
  },
  5: { received: whole, accepted: whole, verified: whole, counts: readString },
  6: { mandatoryItems: whole, presentItems: whole },
  7: { judgedShifts: whole, unexcused: whole, missing: whole },
  8: clock,
  9: clock,
  10: { probes: whole, answered: whole, threshold: readFraction },
};

/** Part and whole of each row where there is one, the part named first. */
const parts: Readonly<Partial<Record<RowNumber, readonly (readonly [string, string])[]>>> = {
  2: [["shortIntervals", "plannedIntervals"]],
  3: [["failures", "inspections"]],
  4: [["successes", "probes"]],
  5: [
    ["accepted", "received"],
    ["verified", "accepted"],
  ],
  6: [["presentItems", "mandatoryItems"]],
  8: [["breached", "assessable"]],
  9: [["breached", "assessable"]],
  10: [["answered", "probes"]],
};

const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const rowNames = new Set(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);

/** Facts with what the policy gives them; a part that exceeds its whole is refused at the part. */
export function readScorecardFacts(
  value: unknown,
  path: string,
  defaults: PolicyParameters,
  words: CountWords = ownWords,
): FullFacts {
  const fields = readFields(value, path, rowNames);
  const facts: Record<string, Record<string, unknown>> = {};
  for (const row of rows) {
    const entry = fieldOf(fields, String(row));
    if (entry !== undefined) facts[row] = readEntry(entry, `${path}/${row}`, row, defaults, words);
  }
  return facts as FullFacts;
}

function readEntry(
  value: unknown,
  path: string,
  row: RowNumber,
  defaults: PolicyParameters,
  words: CountWords,
): Record<string, unknown> {
  const shape = shapes[row];
  const fields = readFields(value, path, new Set(Object.keys(shape)));
  const entry: Record<string, unknown> = {};
  const [bound, parameter] = rowBounds[row] ?? [];
  for (const [name, read] of Object.entries(shape)) {
    const given = fieldOf(fields, name);
    const isSilent = name === bound && parameter !== undefined && given === undefined;
    entry[name] = isSilent ? defaults[parameter] : read(given, `${path}/${name}`);
  }
  for (const [part, total] of parts[row] ?? []) {
    if (Number(entry[part]) > Number(entry[total])) refuse(`${path}/${part}`, "PART_EXCEEDS_WHOLE");
  }
  if (row === 5 && fieldOf(fields, "counts") !== undefined) {
    entry["counts"] = readWord(entry["counts"], `${path}/counts`, words);
  }
  if (row === 7) checkEdges(entry, path);
  return entry;
}

/** A shift has two edges, each of them at most one of unexcused and missing. */
function checkEdges(entry: Record<string, unknown>, path: string): void {
  const edges = 2 * Number(entry["judgedShifts"]);
  const unexcused = Number(entry["unexcused"]);
  if (unexcused > edges) refuse(`${path}/unexcused`, "PART_EXCEEDS_WHOLE");
  if (Number(entry["missing"]) > edges - unexcused) refuse(`${path}/missing`, "PART_EXCEEDS_WHOLE");
}
