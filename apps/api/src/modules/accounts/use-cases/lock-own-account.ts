import { LockMode } from "@mikro-orm/postgresql";

import type { OwnAccount } from "../../../platform/identity/own-account.ts";
import type { Unit } from "../../../platform/orm/index.ts";
import { Session } from "../persistence/session.entity.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";

/**
 * Holds the caller's account: of two acts on it, the later sees what the earlier did. False where the
 * session has ended meanwhile, by a reset perhaps: it leaves nothing behind that opens the account.
 */
export async function lockOwnAccount(
  { tx }: Pick<Unit, "tx">,
  { accountId, sessionId }: OwnAccount,
): Promise<boolean> {
  await tx.findOneOrFail(UserAccount, accountId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return (await tx.count(Session, { id: sessionId })) > 0;
}
