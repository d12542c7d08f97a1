import { type ErasureStanding, localDayOf } from "@signet/domain";

import type { RuleBook } from "../../calendar/index.ts";
import type { ServiceCase } from "../persistence/service-case.entity.ts";

/** What the question of erasure needs to know of a case, by the policy of the day it is asked on. */
export function erasureStanding(row: ServiceCase, book: RuleBook, at: Date): ErasureStanding {
  const { zone } = book;
  const today = localDayOf(at.getTime(), zone);
  const { retentionYears } = book.policyOn(today).parameters;
  const endedOn = row.isOpen ? null : localDayOf(endOf(row).getTime(), zone);
  return { isErased: row.erasedAt !== null, endedOn, today, retentionYears };
}

const endOf = (row: ServiceCase): Date =>
  row.mailedAt ?? row.handedOverAt ?? row.cancelledAt ?? row.completedAt ?? row.receivedAt;
