import { hashToken } from "../../../platform/identity/random-token.ts";
import type { WorkContext } from "../../../platform/orm/index.ts";
import { PendingSignIn } from "../persistence/pending-sign-in.entity.ts";

/** The half-way sign-in that a token stands for; null where it is unknown or too old. */
export async function findPendingSignIn(
  { em, clock }: Pick<WorkContext, "em" | "clock">,
  token: string | null,
): Promise<PendingSignIn | null> {
  if (!token) return null;
  return em
    .fork()
    .findOne(PendingSignIn, { tokenHash: hashToken(token), expiresAt: { $gt: clock.now() } });
}
