import { hasBegun, localDayOf, type ParameterKey, PolicyStanding } from "@signet/domain";

import type { WorkContext } from "../../../platform/orm/index.ts";
import { type PolicyVersionRow, readPolicyVersions } from "../persistence/rule-versions.view.ts";
import { loadRuleBook } from "./rule-book.ts";

export interface StandingPolicy extends PolicyVersionRow {
  readonly standing: PolicyStanding;
  /** The first day on which a value was what it is in this version. */
  since(key: ParameterKey): string;
}

/** Every version of the dated values, the last to begin first, with where it stands today. */
export async function readPolicies({
  em,
  clock,
}: Pick<WorkContext, "em" | "clock">): Promise<readonly StandingPolicy[]> {
  const book = await loadRuleBook(em);
  const rows = await readPolicyVersions(em);
  const today = localDayOf(clock.now().getTime(), book.zone);
  const inForce = book.policyOn(today).id;
  return rows.map((row) => ({
    ...row,
    standing: standingOf(row, inForce, today),
    since: (key) => sinceWhen(rows, row, key),
  }));
}

function standingOf(row: PolicyVersionRow, inForce: string, today: string): PolicyStanding {
  if (row.withdrawnAt !== null) return PolicyStanding.WITHDRAWN;
  if (row.id === inForce) return PolicyStanding.IN_FORCE;
  return hasBegun(row, today) ? PolicyStanding.PAST : PolicyStanding.ANNOUNCED;
}

function sinceWhen(
  rows: readonly PolicyVersionRow[],
  { validFrom, parameters }: PolicyVersionRow,
  key: ParameterKey,
): string {
  let since = validFrom;
  for (const row of rows) {
    if (row.withdrawnAt !== null || row.validFrom >= validFrom) continue;
    if (row.parameters[key] !== parameters[key]) break;
    since = row.validFrom;
  }
  return since;
}
