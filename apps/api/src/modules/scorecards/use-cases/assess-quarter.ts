import type { EntityManager } from "@mikro-orm/postgresql";
import {
  answerText,
  assessScorecard,
  cellText,
  localDayOf,
  REGULATION_EFFECTIVE_FROM,
  startOfLocalDay,
} from "@signet/domain";

import { loadRuleBook } from "../../calendar/index.ts";
import { noCases, type QuarterCaseFacts, readQuarterFacts } from "../../cases/index.ts";
import { residentVendors, type Vendor } from "../../vendors/index.ts";
import type { StoredRow } from "../persistence/scorecard.entity.ts";
import { type CollectedFacts, collectFacts } from "./collect-facts.ts";

/** What a vendor's form would say, from the evidence at hand. */
export interface AssessedForm {
  readonly vendor: Vendor;
  readonly rows: readonly StoredRow[];
  readonly cases: QuarterCaseFacts;
}

/** The forms of every resident vendor of a quarter, as the evidence has them at an instant; null before it begins. */
export async function assessQuarter(
  em: EntityManager,
  { quarter, from, to }: { readonly quarter: string; readonly from: string; readonly to: string },
  at: Date,
): Promise<{ readonly policyVersionId: string; readonly forms: readonly AssessedForm[] } | null> {
  const policy = (await loadRuleBook(em)).policyOn(to);
  const { zone } = policy.parameters;
  if (localDayOf(at.getTime(), zone) < from) return null;
  const effectiveFrom = new Date(startOfLocalDay(REGULATION_EFFECTIVE_FROM, zone));
  const facts = await readQuarterFacts(em, quarter, effectiveFrom, at);
  const forms: AssessedForm[] = [];
  for (const vendor of await residentVendors(em, { from, to })) {
    const cases = facts.get(vendor.id) ?? noCases;
    const collected = await collectFacts(em, vendor.id, { from, to }, policy.parameters, cases);
    forms.push({ vendor, cases, rows: rowsOf(collected) });
  }
  return { policyVersionId: policy.id, forms };
}

function rowsOf({ facts, evidence }: CollectedFacts): StoredRow[] {
  const assessed = assessScorecard(facts);
  if (!assessed.ok) throw new Error(`The facts of a form are not sound at ${assessed.error.path}`);
  return assessed.value.rows.map((row) => ({
    row: row.row,
    value: row.value,
    favourable: row.favourable,
    facts: facts[row.row] ?? null,
    text: cellText(row, facts, evidence, "zh-CN"),
    answer: answerText(row, "zh-CN"),
  }));
}
