import { randomUUIDv7 } from "node:crypto";

import { ok, type Result } from "@signet/domain";

import { accountRulesAt } from "../../../platform/identity/account-rules.ts";
import { ownAccount } from "../../../platform/identity/own-account.ts";
import { hashToken, randomToken } from "../../../platform/identity/random-token.ts";
import { perform, type Unit, type WorkContext } from "../../../platform/orm/index.ts";
import { Session } from "../persistence/session.entity.ts";
import type { UserAccount } from "../persistence/user-account.entity.ts";
import { type AccountLocked, holdAccount, type Proof } from "./hold-account.ts";

export interface OpenedSession {
  readonly token: string;
  readonly account: UserAccount;
}

/** What a way of signing in without a password says of itself. */
export interface SignInWay {
  readonly way: "oidc";
  /** When they proved who they are; critical acts go from then on. */
  readonly provenAt: Date;
  readonly hasProviderFactor: boolean;
}

/** The last step of every way of signing in: a new session; `prove` may still refuse it. */
export async function openSession<P extends { readonly code: string }>(
  context: WorkContext,
  account: UserAccount,
  device: string | null,
  prove: (unit: Unit) => Promise<Result<unknown, P>>,
  { by = null, ...proof }: Proof & { readonly by?: SignInWay | null } = {},
): Promise<Result<OpenedSession, P | AccountLocked>> {
  const token = randomToken();
  const opened = await perform(context, "account.sign-in", null, async (unit) => {
    const { tx, at, describe } = unit;
    const held = await holdAccount(unit, account, proof);
    if (!held.ok) return held;
    const proven = await prove(unit);
    if (!proven.ok) return proven;
    held.value.failedSignIns = 0;
    held.value.lockedUntil = null;
    // Whoever signs in anew leaves the session they came with: an old cookie opens nothing.
    const left = ownAccount(context.caller);
    if (left) await tx.nativeDelete(Session, { id: left.sessionId });
    tx.create(Session, {
      id: randomUUIDv7(),
      tokenHash: hashToken(token),
      userId: account.id,
      device,
      createdAt: at,
      confirmedAt: by?.provenAt ?? at,
      hasProviderFactor: by?.hasProviderFactor ?? false,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + accountRulesAt(at).sessionAbsoluteMs),
    });
    describe({ type: "UserAccount", id: account.id }, by ? { way: by.way } : {});
    return ok(null);
  });
  return opened.ok ? ok({ token, account }) : (opened as Result<never, P | AccountLocked>);
}
