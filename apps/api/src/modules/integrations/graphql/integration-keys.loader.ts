import DataLoader from "dataloader";

import type { ApiContext } from "../../../platform/graphql/index.ts";
import { type KeyRow, readKeys } from "../persistence/integration-list.view.ts";

/** The keys of machines, all of a request's at once. */
export const integrationKeysLoader = ({ em }: ApiContext): DataLoader<string, readonly KeyRow[]> =>
  new DataLoader(async (ids) => {
    const keys = Map.groupBy(await readKeys(em, ids), ({ integrationId }) => integrationId);
    return ids.map((id) => keys.get(id) ?? []);
  });
