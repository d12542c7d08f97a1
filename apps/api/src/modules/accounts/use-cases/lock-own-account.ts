import { LockMode } from "@mikro-orm/postgresql";

import type { Unit } from "../../../platform/orm/index.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";

/** Of two acts on the second factors of one account, the later sees what the earlier did. */
export const lockOwnAccount = ({ tx }: Pick<Unit, "tx">, id: string): Promise<UserAccount> =>
  tx.findOneOrFail(UserAccount, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
