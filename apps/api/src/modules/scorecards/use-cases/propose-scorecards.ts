import { randomUUIDv7 } from "node:crypto";

import { type EntityManager, LockMode } from "@mikro-orm/postgresql";
import {
  answerText,
  assessScorecard,
  canProposeScorecard,
  cellText,
  err,
  localDayOf,
  ok,
  type Quarter,
  quarterOf,
  quarterRange,
  type Refusal,
  REGULATION_EFFECTIVE_FROM,
  type Result,
  ScorecardState,
  startOfLocalDay,
} from "@signet/domain";

import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import {
  type IdempotencyKeyReused,
  perform,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { loadRuleBook } from "../../calendar/index.ts";
import { readQuarterFacts } from "../../cases/index.ts";
import { residentVendors, type Vendor } from "../../vendors/index.ts";
import { Scorecard, type StoredRow } from "../persistence/scorecard.entity.ts";
import { type CollectedFacts, collectFacts } from "./collect-facts.ts";

export type ProposeProblem =
  | { readonly code: "QUARTER_NOT_VALID" | "QUARTER_OUT_OF_SCOPE" | "QUARTER_NOT_BEGUN" }
  | Refusal
  | NotSignedIn
  | IdempotencyKeyReused;

/**
 * Proposes the form of every resident vendor for a quarter from the evidence at hand (clause 7.1).
 * A form that review has begun on stays as it is; a proposal made before is made anew.
 */
export async function proposeScorecards(
  context: WorkContext,
  quarterName: string,
): Promise<
  Result<{ readonly quarter: string; readonly scorecardIds: readonly string[] }, ProposeProblem>
> {
  const allowed = permitted(context.caller, canProposeScorecard);
  if (!allowed.ok) return allowed;
  const range = quarterRange(quarterName);
  if (!range.ok) return err({ code: "QUARTER_NOT_VALID" });
  const quarter = quarterOf(range.value.from);
  if (!quarter.ok) return err({ code: "QUARTER_NOT_VALID" });
  const { from, to } = quarter.value;
  if (from === null || to === null) return err({ code: "QUARTER_OUT_OF_SCOPE" });
  return perform(context, "scorecard.propose", { quarterName }, async ({ tx, at, describe }) => {
    // Two proposals of a quarter at once: the second waits, then finds the forms standing.
    await tx.execute("select pg_advisory_xact_lock(hashtext('signet.scorecards'), hashtext(?))", [
      quarterName,
    ]);
    const book = await loadRuleBook(tx);
    const policy = book.policyOn(to);
    if (localDayOf(at.getTime(), policy.parameters.zone) < from)
      return err({ code: "QUARTER_NOT_BEGUN" } as const);
    const { zone } = policy.parameters;
    const effectiveFrom = new Date(startOfLocalDay(REGULATION_EFFECTIVE_FROM, zone));
    const cases = await readQuarterFacts(tx, quarterName, effectiveFrom, at);
    const scorecardIds: string[] = [];
    for (const vendor of await residentVendors(tx, { from, to })) {
      const collected = await collectFacts(
        tx,
        vendor.id,
        { from, to },
        policy.parameters,
        cases.get(vendor.id),
      );
      scorecardIds.push(
        await proposeOne(tx, vendor, quarter.value, collected, { at, policyVersionId: policy.id }),
      );
    }
    describe({ type: "Quarter", id: quarterName });
    return ok({ quarter: quarterName, scorecardIds });
  });
}

async function proposeOne(
  tx: EntityManager,
  { id: vendorId }: Vendor,
  { quarter }: Quarter,
  collected: CollectedFacts,
  { at, policyVersionId }: { readonly at: Date; readonly policyVersionId: string },
): Promise<string> {
  const standing = await tx.findOne(
    Scorecard,
    { vendorId, quarter },
    { orderBy: { revision: "desc" }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const rows = rowsOf(collected);
  if (!standing) {
    const state = ScorecardState.PROPOSED;
    const values = {
      vendorId,
      quarter,
      revision: 1,
      state,
      policyVersionId,
      rows,
      proposedAt: at,
      sentAt: null,
      frozenAt: null,
      contentHash: null,
      touchedAt: null,
    };
    return tx.create(Scorecard, { id: randomUUIDv7(), ...values }).id;
  }
  if (standing.isOpenToProposal)
    tx.assign(standing, { rows, policyVersionId, proposedAt: at, state: ScorecardState.PROPOSED });
  return standing.id;
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
