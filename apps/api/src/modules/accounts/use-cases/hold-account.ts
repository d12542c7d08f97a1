import { LockMode } from "@mikro-orm/postgresql";
import { err, ok, type Result } from "@signet/domain";

import type { OwnAccount } from "../../../platform/identity/own-account.ts";
import type { NotSignedIn } from "../../../platform/identity/permitted.ts";
import type { Unit } from "../../../platform/orm/index.ts";
import { Session } from "../persistence/session.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";

export interface AccountLocked {
  readonly code: "ACCOUNT_LOCKED";
}

export const isLocked = ({ lockedUntil }: UserAccount, at: Date): boolean =>
  lockedUntil !== null && lockedUntil > at;

/** How somebody proved who they are. */
export interface Proof {
  /** Passwords and codes; false of what a key has signed. */
  readonly canBeGuessed?: boolean;
}

/**
 * Holds an account whose password, code or identity was found right: of many guesses at once, those
 * that were too many may have locked it meanwhile, and a reset may have replaced what was right. What
 * nobody can guess is not locked: else whoever guesses wrongly on purpose would keep its owner out.
 */
export async function holdAccount(
  { tx, at }: Unit,
  seen: UserAccount,
  { canBeGuessed = true }: Proof = {},
): Promise<Result<UserAccount, AccountLocked>> {
  const held = await lock(tx, seen.id);
  const isAsSeen = !held.closedAt && held.passwordHash === seen.passwordHash;
  return isAsSeen && !(canBeGuessed && isLocked(held, at))
    ? ok(held)
    : err({ code: "ACCOUNT_LOCKED" });
}

/**
 * Holds the caller's account: of two acts on it, the later sees what the earlier did. Refused where the
 * session has ended meanwhile, by a reset perhaps: it leaves nothing behind that opens the account.
 */
export async function holdOwnAccount(
  { tx }: Pick<Unit, "tx">,
  { accountId, sessionId }: OwnAccount,
): Promise<Result<UserAccount, NotSignedIn>> {
  const account = await lock(tx, accountId);
  const isSignedIn = (await tx.count(Session, { id: sessionId })) > 0;
  return isSignedIn ? ok(account) : err({ code: "NOT_SIGNED_IN" });
}

const lock = (tx: Unit["tx"], id: string): Promise<UserAccount> =>
  tx.findOneOrFail(UserAccount, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
