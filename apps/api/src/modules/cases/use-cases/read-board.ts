import {
  addDays,
  Channel,
  localDayOf,
  openingIntervals,
  parseLocalDateTime,
  startOfLocalDay,
} from "@signet/domain";

import { mapUnhurried } from "../../../platform/background/unhurried.ts";
import type { WorkContext } from "../../../platform/orm/index.ts";
import { loadRuleBook, type RuleBook } from "../../calendar/index.ts";
import type { CaseRow } from "../persistence/case-columns.ts";
import {
  countOnlineDue,
  countOpenCases,
  type PauseRow,
  readOpenCases,
  readPauses,
} from "../persistence/open-cases.view.ts";
import { assessCase } from "./case-clock.ts";
import { eventsOf } from "./case-events.ts";

/** One open case with its clock at the moment of reading; milliseconds. */
export interface BoardEntry {
  readonly case: CaseRow;
  readonly remainingMs: number | null;
  /** What the clock may count before it is breached, under the policy it started with. */
  readonly limitMs: number | null;
  readonly openPause: PauseRow | null;
}

export interface BoardReading {
  readonly asOf: Date;
  readonly day: string;
  readonly opening: readonly { readonly from: Date; readonly to: Date }[] | null;
  readonly cutoffAt: Date;
  readonly dayEndsAt: Date;
  readonly onsite: readonly BoardEntry[];
  readonly online: readonly BoardEntry[];
  /** All that are open, also beyond those that are shown. */
  readonly onsiteOpen: number;
  readonly onlineOpen: number;
  readonly onlineDue: number;
  readonly onlineDone: number;
}

/** How many cases of a channel a board shows: those that are due first. */
const shown = 300;

/** What is open now within a scope: on-site cases by urgency, online ones by deadline. */
export async function readBoard({
  em,
  scope,
  clock,
  vault,
}: Pick<WorkContext, "em" | "scope" | "clock" | "vault">): Promise<BoardReading> {
  const asOf = clock.now();
  const book = await loadRuleBook(em);
  const { zone } = book;
  const day = localDayOf(asOf.getTime(), zone);
  const { onlineCutoff } = book.policyOn(day).parameters;
  const seen = { scope, now: asOf, vault };
  const onsite = { ...seen, channel: Channel.ONSITE };
  const online = { ...seen, channel: Channel.ONLINE };
  const [onsiteRows, onlineRows] = [
    await readOpenCases(em, onsite, shown),
    await readOpenCases(em, online, shown),
  ];
  const rows = [...onsiteRows, ...onlineRows];
  // Where fewer than that were found, they are all that there are.
  const countAll = async (found: readonly CaseRow[], query: typeof onsite | typeof online) =>
    found.length < shown ? found.length : countOpenCases(em, query);
  const pauses = Map.groupBy(
    await readPauses(
      em,
      rows.map(({ id }) => id),
    ),
    ({ caseId }) => caseId,
  );
  const due = await countOnlineDue(em, scope, day);
  const entries = await mapUnhurried(rows, (row) =>
    entryOf(row, pauses.get(row.id) ?? [], book, asOf.getTime()),
  );
  const opening = openingIntervals(book.calendar.calendar, day, zone);
  return {
    asOf,
    day,
    opening: opening.ok
      ? opening.value.map(([from, to]) => ({ from: new Date(from), to: new Date(to) }))
      : null,
    cutoffAt: new Date(parseLocalDateTime(`${day} ${onlineCutoff}`, zone) ?? asOf),
    dayEndsAt: new Date(startOfLocalDay(addDays(day, 1), zone)),
    onsite: entries.filter((entry) => entry.case.channel === Channel.ONSITE).toSorted(byUrgency),
    online: entries.filter((entry) => entry.case.channel === Channel.ONLINE).toSorted(byDeadline),
    onsiteOpen: await countAll(onsiteRows, onsite),
    onlineOpen: await countAll(onlineRows, online),
    onlineDue: due.due,
    onlineDone: due.done,
  };
}

function entryOf(
  row: CaseRow,
  pauses: readonly PauseRow[],
  book: RuleBook,
  asOf: number,
): BoardEntry {
  const clock = assessCase(eventsOf(row, pauses), row, book, asOf);
  const isOnsite = clock.channel === Channel.ONSITE;
  return {
    case: row,
    remainingMs: isOnsite ? clock.remainingMs : null,
    limitMs: isOnsite ? clock.elapsedMs + clock.remainingMs : null,
    openPause: pauses.find((pause) => pause.toAt === null && !pause.voided) ?? null,
  };
}

/** Running clocks by what is left of them; paused ones, which wait for somebody else, after them. */
function byUrgency(a: BoardEntry, b: BoardEntry): number {
  const paused = Number(a.openPause !== null) - Number(b.openPause !== null);
  return paused || (a.remainingMs ?? 0) - (b.remainingMs ?? 0) || (a.case.id < b.case.id ? -1 : 1);
}

const byDeadline = (a: BoardEntry, b: BoardEntry): number =>
  (a.case.dueAt ?? "").localeCompare(b.case.dueAt ?? "") || (a.case.id < b.case.id ? -1 : 1);
