/** Facts as cases write them. */
export type WrittenFacts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** FORMAT.md, "scorecard", row by row. */
export function scorecard({ facts }: { readonly facts: WrittenFacts }): object {
  const rows = Object.entries(rules).map(([row, rule]) => {
    const entry = facts[row];
    const value = entry === undefined ? "NOT_ASSESSED" : rule(entry as Entry);
    const good = ["5", "7", "8"].includes(row) ? "NO" : "YES";
    const bad = good === "NO" ? "YES" : "NO";
    const favourable = value === good ? true : value === bad ? false : null;
    return { row: Number(row), value, favourable };
  });
  const yeas = rows.filter((row) => row.favourable === true).length;
  const nays = rows.filter((row) => row.favourable === false).length;
  if (yeas + nays === 0) return { rows, overlay: { points: null, grade: null } };
  const points = Number(((100 * yeas) / (yeas + nays)).toFixed(2));
  const grade = points >= 80 ? "QUALIFIED" : points >= 60 ? "BASIC" : "UNQUALIFIED";
  return { rows, overlay: { points, grade } };
}

type Entry = Readonly<Record<string, number>> & { readonly counts?: string };

/** Thousandths, so that a share is compared in whole numbers. */
const mills = (fraction: number): bigint => BigInt(fraction.toFixed(3).replace(".", ""));
const share = (part: number, whole: number, fraction: number): bigint =>
  BigInt(part) * 1000n - BigInt(whole) * mills(fraction);
const yes = (holds: boolean): string => (holds ? "YES" : "NO");

const rules: Readonly<Record<string, (entry: Entry) => string>> = {
  1: (is) =>
    yes(
      is["schedulesPublished"] !== 0 && is["unpublishedOpenDays"] === 0 && is["overcharges"] === 0,
    ),
  2: (is) => {
    if (is["plannedIntervals"] === 0) return "NOT_ASSESSED";
    return yes(share(is["shortIntervals"]!, is["plannedIntervals"]!, is["tolerance"] ?? 0) <= 0n);
  },
  3: (is) => {
    if (is["failures"] !== 0) return "NO";
    return is["inspections"]! >= (is["minimum"] ?? 3) ? "YES" : "NOT_ASSESSED";
  },
  4: (is) => {
    if (is["channels"] === 0) return "NO";
    if (is["probes"] === 0) return is["cases"] === 0 ? "NOT_ASSESSED" : "YES";
    return yes(share(is["successes"]!, is["probes"]!, is["threshold"] ?? 0.9) >= 0n);
  },
  5: (is) => yes(is[is.counts ?? "accepted"] !== 0),
  6: (is) => {
    if (is["mandatoryItems"] === 0) return "NOT_ASSESSED";
    return yes(is["mandatoryItems"] === is["presentItems"]);
  },
  7: (is) => {
    if (is["unexcused"] !== 0) return "YES";
    return is["judgedShifts"] === 0 || is["missing"] !== 0 ? "NOT_ASSESSED" : "NO";
  },
  8: (is) => (is["assessable"] === 0 ? "NOT_APPLICABLE" : yes(is["breached"] !== 0)),
  9: (is) => (is["assessable"] === 0 ? "NOT_APPLICABLE" : yes(is["breached"] === 0)),
  10: (is) => {
    if (is["probes"] === 0) return "NOT_ASSESSED";
    return yes(share(is["answered"]!, is["probes"]!, is["threshold"] ?? 1) >= 0n);
  },
};
