import { assessOnline, assessOnsite, Channel, localDayOf, startOfLocalDay } from "@signet/domain";

import { mapUnhurried } from "../../../platform/background/unhurried.ts";
import type { WorkContext } from "../../../platform/orm/index.ts";
import type { Hypothesis } from "../../calendar/index.ts";
import { readOpenCases, readPauses } from "../persistence/open-cases.view.ts";
import { eventsOf } from "./case-events.ts";

/** More than any hall receives in a day. */
const judged = 10_000;

/**
 * What the open cases received today would have come to under rules that do not hold for them: how
 * many would be due at another instant. Nothing is written.
 */
export async function judgeHypothesis(
  { em, scope, clock, vault }: Pick<WorkContext, "em" | "scope" | "clock" | "vault">,
  { book, calendar, policy }: Hypothesis,
): Promise<{ readonly openToday: number; readonly otherDeadline: number }> {
  const now = clock.now();
  const today = localDayOf(now.getTime(), book.zone);
  const receivedSince = new Date(startOfLocalDay(today, book.zone));
  const query = { scope, now, vault, receivedSince };
  const rows = await readOpenCases(em, query, judged);
  const ids = rows.map(({ id }) => id);
  const pauses = Map.groupBy(await readPauses(em, ids), ({ caseId }) => caseId);
  const isOther = await mapUnhurried(rows, (row) => {
    const assess = row.channel === Channel.ONSITE ? assessOnsite : assessOnline;
    const assessed = assess(
      eventsOf(row, pauses.get(row.id) ?? []),
      policy ?? book.policy(row.policyVersionId),
      calendar ?? book.calendarVersion(row.calendarVersionId).calendar,
      now.getTime(),
    );
    // Unknown under the other rules is another deadline too.
    return !assessed.ok || assessed.value.dueAt !== (row.dueAt && Date.parse(row.dueAt));
  });
  return { openToday: rows.length, otherDeadline: isOther.filter(Boolean).length };
}
