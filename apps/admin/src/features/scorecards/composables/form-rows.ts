import type { ScorecardPartsFragment } from "../../../graphql/graphql.ts";

export type Form = ScorecardPartsFragment;
export type FormRow = Form["rows"][number];

type Answered = Pick<FormRow, "favourable">;

/** The colour of an answer: never alone, a word goes with it. */
export const tone = ({ favourable }: Answered): string =>
  favourable == null ? "" : favourable ? "green" : "red";

/** Whether an answer speaks for the vendor, as the key of its word; null where neither. */
export const polarity = ({ favourable }: Answered): "good" | "bad" | null =>
  favourable == null ? null : favourable ? "good" : "bad";

/** The cell's words without the answer they open with, which stands in its own column. */
export const factOf = ({ text }: Pick<FormRow, "text">): string =>
  text.replace(/^[^。（(]*。?/u, "").replace(/^[（(](.*)[）)]。?$/u, "$1");

/** Whether a row is decided, so that nothing more has to be done to it before the form is sent. */
export const isDecided = ({ review }: FormRow): boolean =>
  review?.state === "CONFIRMED" || review?.state === "OVERRIDDEN";

/** Rows 8 and 9 rest on cases of one channel. */
export const channelOf = ({ row }: Pick<FormRow, "row">): "ONSITE" | "ONLINE" | null =>
  row === 8 ? "ONSITE" : row === 9 ? "ONLINE" : null;

/** How many late cases a row of cases counts. */
export function breachedOf({ facts }: Pick<FormRow, "facts">): number {
  const breached = (facts as { breached?: unknown } | null)?.breached;
  return typeof breached === "number" ? breached : 0;
}

/** Counts that a row rests on, what is counted first and what speaks against it last. */
export function countsOf({ facts }: Pick<FormRow, "facts">): [name: string, count: number][] {
  const last = [
    "breached",
    "failures",
    "missing",
    "unexcused",
    "threshold",
    "tolerance",
    "minimum",
  ];
  return Object.entries(facts ?? {})
    .filter((entry): entry is [string, number] => typeof entry[1] === "number")
    .sort(([one], [other]) => last.indexOf(one) - last.indexOf(other));
}
