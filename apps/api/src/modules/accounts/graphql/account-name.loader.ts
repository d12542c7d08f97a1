import DataLoader from "dataloader";

import type { ApiContext } from "../../../platform/graphql/index.ts";
import { system } from "../../../platform/identity/caller.ts";
import { isUuid } from "../../../platform/orm/index.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";

/** Who an actor's id stands for, as people call them: an account, the operator, or the product itself. */
export const accountNameLoader = ({ em }: ApiContext): DataLoader<string, string> =>
  new DataLoader(async (ids) => {
    const accounts = await em.find(
      UserAccount,
      { id: { $in: ids.filter(isUuid) } },
      { fields: ["id", "displayName"] },
    );
    const names = new Map(accounts.map(({ id, displayName }) => [id, displayName]));
    return ids.map((id) => names.get(id) ?? nameOf(id));
  });

const nameOf = (id: string): string =>
  id === system.actor?.id ? "Signet" : id.replace(/^operator:/, "");
