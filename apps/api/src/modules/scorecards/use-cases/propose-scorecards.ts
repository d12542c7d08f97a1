import { randomUUIDv7 } from "node:crypto";

import { type EntityManager, LockMode } from "@mikro-orm/postgresql";
import {
  canProposeScorecard,
  err,
  ok,
  quarterOf,
  quarterRange,
  type Refusal,
  type Result,
  ScorecardState,
} from "@signet/domain";

import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import {
  type IdempotencyKeyReused,
  perform,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { Scorecard } from "../persistence/scorecard.entity.ts";
import { type AssessedForm, assessQuarter } from "./assess-quarter.ts";

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
    const assessed = await assessQuarter(tx, { quarter: quarterName, from, to }, at);
    if (!assessed) return err({ code: "QUARTER_NOT_BEGUN" } as const);
    const scorecardIds: string[] = [];
    for (const form of assessed.forms)
      scorecardIds.push(await proposeOne(tx, quarterName, form, { at, ...assessed }));
    describe({ type: "Quarter", id: quarterName });
    return ok({ quarter: quarterName, scorecardIds });
  });
}

async function proposeOne(
  tx: EntityManager,
  quarter: string,
  { vendor: { id: vendorId }, rows }: AssessedForm,
  { at, policyVersionId }: { readonly at: Date; readonly policyVersionId: string },
): Promise<string> {
  const standing = await tx.findOne(
    Scorecard,
    { vendorId, quarter },
    { orderBy: { revision: "desc" }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
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
