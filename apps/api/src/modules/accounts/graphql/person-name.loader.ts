import DataLoader from "dataloader";

import type { ApiContext } from "../../../platform/graphql/index.ts";
import { isUuid } from "../../../platform/orm/index.ts";
import { UserAccount } from "../persistence/user-account.entity.ts";

/** The names of those who acted, by actor id, all of a request's at once; who has no account is called by the id. */
export const personNameLoader = ({ em }: ApiContext): DataLoader<string, string> =>
  new DataLoader(async (ids) => {
    const accounts = await em.find(
      UserAccount,
      { id: { $in: ids.filter(isUuid) } },
      { fields: ["displayName"] },
    );
    const names = new Map(accounts.map(({ id, displayName }) => [id, displayName]));
    return ids.map((id) => names.get(id) ?? id);
  });
