import { canSeeOutlook, localDayOf, quarterOf } from "@signet/domain";

import { loadRuleBook } from "../../calendar/index.ts";
import { permitted } from "../../../platform/identity/permitted.ts";
import type { WorkContext } from "../../../platform/orm/index.ts";
import { type AssessedForm, assessQuarter } from "./assess-quarter.ts";

/** The running quarter, and what each vendor's form would say if it ended now; nothing is kept. */
export interface Outlook {
  readonly quarter: string;
  readonly forms: readonly AssessedForm[];
}

/** How the running quarter looks so far; null for whoever may not see every vendor's. */
export async function readOutlook({ em, caller, clock }: WorkContext): Promise<Outlook | null> {
  if (!permitted(caller, canSeeOutlook).ok) return null;
  const now = clock.now();
  const { zone } = await loadRuleBook(em.fork());
  const found = quarterOf(localDayOf(now.getTime(), zone));
  if (!found.ok || found.value.from === null || found.value.to === null) return null;
  const { quarter, from, to } = found.value;
  const assessed = await assessQuarter(em.fork(), { quarter, from, to }, now);
  return { quarter, forms: assessed?.forms ?? [] };
}
