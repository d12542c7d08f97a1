import { randomBytes, randomUUIDv7 } from "node:crypto";

import { LockMode } from "@mikro-orm/postgresql";
import { err, ok, type Result } from "@signet/domain";

import { decoyHash, verifyPassword } from "../../../platform/identity/password.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { Session } from "../persistence/session.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";
import { hashToken, sessionLifetime } from "./session-lifetime.ts";

const lockAfter = 5;
const lockMs = 15 * 60_000;

export type SignInProblem = { readonly code: "SIGN_IN_FAILED" | "ACCOUNT_LOCKED" };

/** Opens a session. An unknown account and a wrong password are answered alike, and as slowly. */
export async function signIn(
  request: WorkContext,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<Result<{ readonly token: string; readonly account: UserAccount }, SignInProblem>> {
  // A repeated key would leave a failure uncounted and hand out a token without a session.
  const context = { ...request, idempotencyKey: null };
  const now = context.clock.now();
  const account = await context.em.fork().findOne(UserAccount, { username });
  // Hashing takes tens of milliseconds: done here, outside any transaction.
  const matches = await verifyPassword(password, account?.passwordHash ?? decoyHash);
  if (!account) return err({ code: "SIGN_IN_FAILED" });
  if (account.lockedUntil && account.lockedUntil > now) return err({ code: "ACCOUNT_LOCKED" });
  if (!matches) {
    await recordFailure(context, account.id);
    return err({ code: "SIGN_IN_FAILED" });
  }
  const token = randomBytes(32).toString("base64url");
  const opened = await openSession(context, account.id, token);
  return opened.ok ? ok({ token, account }) : opened;
}

async function recordFailure(context: WorkContext, id: string): Promise<void> {
  await perform(context, "account.sign-in-failed", null, async ({ tx, at, describe }) => {
    const account = await tx.findOneOrFail(UserAccount, id, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    account.failedSignIns += 1;
    if (account.failedSignIns >= lockAfter) {
      account.failedSignIns = 0;
      account.lockedUntil = new Date(at.getTime() + lockMs);
    }
    describe({ type: "UserAccount", id });
    return ok(null);
  });
}

async function openSession(
  context: WorkContext,
  userId: string,
  token: string,
): Promise<Result<null, SignInProblem>> {
  const opened = await perform(context, "account.sign-in", null, async ({ tx, at, describe }) => {
    const account = await tx.findOneOrFail(UserAccount, userId, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    // Of many guesses at once, those that were too many may have locked it meanwhile.
    if (account.lockedUntil && account.lockedUntil > at)
      return err({ code: "ACCOUNT_LOCKED" } as const);
    account.failedSignIns = 0;
    account.lockedUntil = null;
    // Whoever signs in anew leaves the session they came with: an old cookie opens nothing.
    if (context.caller.kind === "user") {
      const left = await tx.findOne(Session, context.caller.sessionId);
      if (left) tx.remove(left);
    }
    tx.create(Session, {
      id: randomUUIDv7(),
      tokenHash: hashToken(token),
      userId,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + sessionLifetime.absoluteMs),
    });
    describe({ type: "UserAccount", id: userId });
    return ok(null);
  });
  return opened as Result<null, SignInProblem>;
}
