import type { EntityManager } from "@mikro-orm/postgresql";
import {
  canConfirmErasure,
  canRequestErasure,
  err,
  type ErasureReason,
  ok,
  type Refusal,
  type Result,
} from "@signet/domain";

import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import {
  recentlyConfirmed,
  type StepUpRequired,
} from "../../../platform/identity/recently-confirmed.ts";
import {
  type IdempotencyKeyReused,
  perform,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { loadRuleBook } from "../../calendar/index.ts";
import { CaseErasure } from "../persistence/case-erasure.entity.ts";
import { RevealGrant } from "../persistence/reveal-grant.entity.ts";
import type { ServiceCase } from "../persistence/service-case.entity.ts";
import { erasureStanding } from "./erasure-standing.ts";
import { type CaseOutOfReach, holdCase } from "./hold-case.ts";

export type ErasureProblem =
  | { readonly code: "ERASURE_PENDING" | "ERASURE_NOT_REQUESTED" }
  | CaseOutOfReach
  | Refusal
  | NotSignedIn
  | StepUpRequired
  | IdempotencyKeyReused;
type Outcome = Result<{ readonly id: string }, ErasureProblem>;

/** Asks that the applicant of a case be erased; nothing is removed until another person confirms. */
export function requestErasure(
  context: WorkContext,
  asked: { readonly caseId: string; readonly reason: ErasureReason },
): Promise<Outcome> {
  const { caseId, reason } = asked;
  return perform<Outcome>(context, "case.request-erasure", asked, async ({ tx, at, describe }) => {
    const held = await holdCase(tx, context.scope, caseId);
    if (!held.ok) return held;
    const standing = erasureStanding(held.value, await loadRuleBook(tx), at);
    const allowed = permitted(context.caller, (actor) =>
      canRequestErasure(actor, reason, standing),
    );
    if (!allowed.ok) return allowed;
    if (await tx.count(CaseErasure, { caseId })) return err({ code: "ERASURE_PENDING" });
    const requestedBy = context.caller.actor?.id ?? "";
    const nobodyYet = { confirmedBy: null, confirmedAt: null };
    tx.create(CaseErasure, { caseId, reason, requestedBy, requestedAt: at, ...nobodyYet });
    describe({ type: "ServiceCase", id: caseId }, { reason });
    return ok({ id: caseId });
  });
}

/** Takes a request back, as whoever may confirm it or made it. */
export async function withdrawErasure(context: WorkContext, caseId: string): Promise<Outcome> {
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  return perform<Outcome>(
    context,
    "case.withdraw-erasure",
    { caseId },
    async ({ tx, describe }) => {
      const requested = await holdRequested(tx, context, caseId);
      if (!requested.ok) return requested;
      const allowed = permitted(context.caller, (actor) =>
        canConfirmErasure(actor, { requestedBy: "" }),
      );
      if (!allowed.ok) return allowed;
      tx.remove(requested.value.erasure);
      describe({ type: "ServiceCase", id: caseId });
      return ok({ id: caseId });
    },
  );
}

/**
 * Removes who the applicant was: name, numbers, note and their indexes. The digest of the record as it
 * came in stays, so that the same line is known again; events, clocks and counts are not touched.
 */
export async function confirmErasure(context: WorkContext, caseId: string): Promise<Outcome> {
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  return perform<Outcome>(
    context,
    "case.erase-applicant",
    { caseId },
    async ({ tx, at, describe }) => {
      const requested = await holdRequested(tx, context, caseId);
      if (!requested.ok) return requested;
      const { row, erasure } = requested.value;
      const allowed = permitted(context.caller, (actor) => canConfirmErasure(actor, erasure));
      if (!allowed.ok) return allowed;
      Object.assign(erasure, { confirmedBy: context.caller.actor?.id ?? "", confirmedAt: at });
      tx.assign(row, {
        applicantSealed: null,
        applicantTokens: null,
        identitySealed: null,
        identityIndex: null,
        identityMasked: null,
        trackingSealed: null,
        noteSealed: null,
        erasedAt: at,
        touchedAt: at,
      });
      await tx.nativeDelete(RevealGrant, { caseId });
      describe({ type: "ServiceCase", id: caseId }, { reason: erasure.reason });
      return ok({ id: caseId });
    },
  );
}

/** A case and what was asked of it, as long as nobody has confirmed that. */
async function holdRequested(
  tx: EntityManager,
  { scope }: WorkContext,
  caseId: string,
): Promise<Result<{ readonly row: ServiceCase; readonly erasure: CaseErasure }, ErasureProblem>> {
  const held = await holdCase(tx, scope, caseId);
  if (!held.ok && held.error.code !== "NOT_FOUND") return held;
  const erasure = held.ok && (await tx.findOne(CaseErasure, { caseId, confirmedAt: null }));
  return erasure ? ok({ row: held.value, erasure }) : err({ code: "ERASURE_NOT_REQUESTED" });
}
