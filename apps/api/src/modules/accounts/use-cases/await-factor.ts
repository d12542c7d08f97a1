import { randomUUIDv7 } from "node:crypto";

import { ok, type Result } from "@signet/domain";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { hashToken, randomToken } from "../../../platform/identity/random-token.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { PendingSignIn } from "../persistence/pending-sign-in.entity.ts";
import type { UserAccount } from "../persistence/user-account.entity.ts";
import { type AccountLocked, holdAccount } from "./hold-account.ts";

/**
 * The token under which the second factor is awaited, once the first step was done by password or at a
 * provider. The failures so far stay counted until the second factor was right too.
 */
export async function awaitFactor(
  context: WorkContext,
  account: UserAccount,
  act: "account.password-accepted" | "account.provider-accepted",
): Promise<Result<string, AccountLocked>> {
  const token = randomToken();
  const userId = account.id;
  const awaited = await perform(context, act, null, async (unit) => {
    const { tx, at, describe } = unit;
    const held = await holdAccount(unit, account);
    if (!held.ok) return held;
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
  return awaited.ok ? ok(token) : (awaited as Result<never, AccountLocked>);
}
