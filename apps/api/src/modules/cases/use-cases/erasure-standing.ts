import { endOfCase, type ErasureStanding, localDayOf } from "@signet/domain";

import type { RuleBook } from "../../calendar/index.ts";
import type { ServiceCase } from "../persistence/service-case.entity.ts";

/** What the question of erasure needs to know of a case, by the policy of the day it is asked on. */
export function erasureStanding(row: ServiceCase, book: RuleBook, at: Date): ErasureStanding {
  const { zone } = book;
  const today = localDayOf(at.getTime(), zone);
  const { retentionYears } = book.policyOn(today).parameters;
  const { receivedAt, completedAt, mailedAt, handedOverAt, cancelledAt } = row;
  const instantOf = (event: Date | null): number | null => event && event.getTime();
  const endedAt = endOfCase({
    receivedAt: receivedAt.getTime(),
    completedAt: instantOf(completedAt),
    mailedAt: instantOf(mailedAt),
    handedOverAt: instantOf(handedOverAt),
    cancelledAt: instantOf(cancelledAt),
  });
  const endedOn = row.isOpen ? null : localDayOf(endedAt, zone);
  return { isErased: row.erasedAt !== null, endedOn, today, retentionYears };
}
