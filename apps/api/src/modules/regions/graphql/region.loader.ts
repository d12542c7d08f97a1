import DataLoader from "dataloader";

import type { ApiContext } from "../../../platform/graphql/index.ts";
import { Region } from "../persistence/region.entity.ts";

/** Regions by code, all of a request's at once. */
export const regionLoader = ({ em }: ApiContext): DataLoader<string, Region | null> =>
  new DataLoader(async (codes) => {
    const regions = await em.find(Region, { code: { $in: [...codes] } });
    const byCode = new Map(regions.map((region) => [region.code, region]));
    return codes.map((code) => byCode.get(code) ?? null);
  });
