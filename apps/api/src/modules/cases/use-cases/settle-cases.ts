import { LockMode } from "@mikro-orm/postgresql";
import { ok } from "@signet/domain";

import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { loadRuleBook } from "../../calendar/index.ts";
import { CasePause } from "../persistence/case-pause.entity.ts";
import { ServiceCase } from "../persistence/service-case.entity.ts";
import { assessCase, clockColumns } from "./case-clock.ts";
import { eventsOf } from "./case-events.ts";

const ordinaryMs = 18 * 60_000;

/**
 * Completes the invented cases of a demonstration that nobody touched, as of a plausible time, so that
 * yesterday's do not crowd today's board. Answers how many of them are still fresh.
 */
export async function settleCases(
  context: WorkContext,
  prefix: string,
  { fresherThan }: { readonly fresherThan: Date },
): Promise<{ readonly fresh: number }> {
  const untouched = {
    number: { $like: `${prefix}%` },
    importBatchId: null,
    version: 1,
    clockState: { $in: ["RUNNING", "PAUSED"] },
  } as const;
  const open = await context.em.fork().find(ServiceCase, untouched);
  const stale = open.filter(({ createdAt }) => createdAt < fresherThan);
  if (stale.length > 0) {
    const book = await loadRuleBook(context.em.fork());
    await perform(context, "installation.settle-demo", null, async ({ tx, at, describe }) => {
      const untouchedStill = { id: { $in: stale.map(({ id }) => id) }, version: 1 };
      // Held: somebody at a window of another process may just be acting on one.
      const lockMode = LockMode.PESSIMISTIC_WRITE;
      for (const row of await tx.find(ServiceCase, untouchedStill, { lockMode })) {
        const end = new Date(Math.min(row.receivedAt.getTime() + ordinaryMs, at.getTime()));
        row.completedAt ??= end;
        if (row.delivery === "MAIL")
          row.mailedAt ??= new Date(Math.max(row.completedAt.getTime(), end.getTime()));
        const pauses = await tx.find(CasePause, { caseId: row.id });
        tx.assign(row, clockColumns(assessCase(eventsOf(row, pauses), row, book, at.getTime())));
      }
      describe({ type: "Installation", id: "demo-data" });
      return ok(null);
    });
  }
  return { fresh: open.length - stale.length };
}
