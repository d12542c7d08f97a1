import { randomUUIDv7 } from "node:crypto";

import { ok } from "@signet/domain";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { hashToken, randomToken } from "../../../platform/identity/random-token.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { PendingSignIn } from "../persistence/pending-sign-in.entity.ts";

/**
 * The token under which the second factor is awaited, once the first step was done by password or at a
 * provider. The failures so far stay counted until the second factor was right too.
 */
export async function awaitFactor(
  context: WorkContext,
  userId: string,
  act: "account.password-accepted" | "account.provider-accepted",
): Promise<string> {
  const token = randomToken();
  await perform(context, act, null, async ({ tx, at, describe }) => {
    await tx.nativeDelete(PendingSignIn, { userId });
    tx.create(PendingSignIn, {
      id: randomUUIDv7(),
      userId,
      tokenHash: hashToken(token),
      expiresAt: new Date(at.getTime() + accountRulesAt(at).signInMs),
    });
    describe({ type: "UserAccount", id: userId });
    return ok(null);
  });
  return token;
}
