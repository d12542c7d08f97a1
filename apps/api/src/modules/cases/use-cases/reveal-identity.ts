import { randomUUIDv7 } from "node:crypto";

import {
  canRevealIdentity,
  err,
  ok,
  type Refusal,
  type Result,
  REVEAL_MINUTES,
  type RevealPurpose,
  REVEALS_PER_HOUR,
} from "@signet/domain";

import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import {
  recentlyConfirmed,
  type StepUpRequired,
} from "../../../platform/identity/recently-confirmed.ts";
import { DataClass } from "../../../platform/keys/index.ts";
import {
  type IdempotencyKeyReused,
  perform,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { findCase } from "../persistence/case.repository.ts";
import { RevealGrant } from "../persistence/reveal-grant.entity.ts";

export interface RevealAsked {
  readonly caseId: string;
  readonly purpose: RevealPurpose;
  readonly note: string | null;
}

export interface Revealed {
  readonly identityNumber: string;
  readonly expiresAt: Date;
}

export type RevealProblem =
  | { readonly code: "NOT_FOUND" | "TOO_MANY_REVEALS" | "REVEAL_EXPIRED" }
  | Refusal
  | NotSignedIn
  | StepUpRequired
  | IdempotencyKeyReused;

const minuteMs = 60_000;

/**
 * Opens the identity number of a case for a purpose, to one session and for a few minutes. The act is
 * audited with its purpose, never with the number; the number is no part of what the act keeps. Who
 * sits there has proved it a short while ago.
 */
export async function revealIdentity(
  context: WorkContext,
  asked: RevealAsked,
): Promise<Result<Revealed, RevealProblem>> {
  const { caller } = context;
  if (caller.kind !== "user") return err({ code: "NOT_SIGNED_IN" });
  const confirmed = recentlyConfirmed(context);
  if (!confirmed.ok) return confirmed;
  const granted = await perform(
    context,
    "case.reveal-identity",
    asked,
    async ({ tx, at, describe }): Promise<Result<{ readonly id: string }, RevealProblem>> => {
      const row = await findCase(tx, context.scope, { id: asked.caseId });
      if (!row) return err({ code: "NOT_FOUND" });
      const standing = { vendorId: row.vendorId, isErased: row.erasedAt !== null };
      const allowed = permitted(caller, (actor) => canRevealIdentity(actor, standing));
      if (!allowed.ok) return allowed;
      const actorId = caller.actor.id;
      // Of two requests at once, the second counts the first.
      await tx.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [
        `signet.reveal ${actorId}`,
      ]);
      const since = new Date(at.getTime() - 60 * minuteMs);
      const revealed = await tx.count(RevealGrant, { actorId, grantedAt: { $gt: since } });
      if (revealed >= REVEALS_PER_HOUR) return err({ code: "TOO_MANY_REVEALS" });
      const grant = tx.create(RevealGrant, {
        id: randomUUIDv7(),
        caseId: row.id,
        actorId,
        sessionId: caller.sessionId,
        purpose: asked.purpose,
        noteSealed:
          asked.note === null ? null : context.vault.seal(DataClass.APPLICANT, asked.note),
        grantedAt: at,
        expiresAt: new Date(at.getTime() + REVEAL_MINUTES * minuteMs),
      });
      describe({ type: "ServiceCase", id: row.id }, { purpose: asked.purpose });
      return ok({ id: grant.id });
    },
  );
  return granted.ok ? openUnder(context, granted.value.id, caller.sessionId) : granted;
}

/** What a grant opens: in its own session and time only, so that a repeated request opens no more. */
async function openUnder(
  { em, scope, clock, vault }: WorkContext,
  grantId: string,
  sessionId: string,
): Promise<Result<Revealed, RevealProblem>> {
  const fork = em.fork();
  const grant = await fork.findOne(RevealGrant, {
    id: grantId,
    sessionId,
    expiresAt: { $gt: clock.now() },
  });
  const row = grant && (await findCase(fork, scope, { id: grant.caseId }));
  if (!grant || !row?.identitySealed) return err({ code: "REVEAL_EXPIRED" });
  return ok({ identityNumber: vault.open(row.identitySealed), expiresAt: grant.expiresAt });
}
