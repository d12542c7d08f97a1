import { randomUUIDv7 } from "node:crypto";

import { ok, type Result } from "@signet/domain";

import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { CalendarVersion } from "../persistence/calendar-version.entity.ts";
import { type CalendarChange, draftCalendar, type DraftProblem } from "./draft-calendar.ts";
import { type EditProblem, lockRules, mayEditRulesNow } from "./edit-rules.ts";

export type ChangeCalendarProblem = DraftProblem | EditProblem;

/** Makes the next version of the calendar; clocks that have started keep theirs. */
export async function changeCalendar(
  context: WorkContext,
  change: CalendarChange & { readonly reason: string | null },
): Promise<Result<{ readonly number: number }, ChangeCalendarProblem>> {
  const allowed = mayEditRulesNow(context);
  if (!allowed.ok) return allowed;
  return perform(context, "calendar.change", change, async ({ tx, at, describe }) => {
    await lockRules(tx);
    const draft = await draftCalendar(tx, change);
    if (!draft.ok) return draft;
    const { number, after } = draft.value;
    const id = randomUUIDv7();
    tx.create(CalendarVersion, {
      id,
      number,
      spec: after.spec,
      createdAt: at,
      createdBy: context.scope.actorId ?? context.caller.name,
      reason: change.reason,
    });
    describe({ type: "CalendarVersion", id }, { edits: change.edits });
    return ok({ number });
  });
}
