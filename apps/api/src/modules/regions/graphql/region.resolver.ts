import { Ctx, Query, Resolver } from "type-graphql";

import { type ApiContext, OpenToAll } from "../../../platform/graphql/index.ts";
import { Region } from "../persistence/region.entity.ts";
import { RegionType } from "./region.type.ts";

@Resolver()
export class RegionResolver {
  @OpenToAll()
  @Query(() => [RegionType], { description: "The regions served, by code. Public." })
  regions(@Ctx() { em }: ApiContext): Promise<Region[]> {
    return em.find(Region, {}, { orderBy: { code: "asc" } });
  }
}
