import { Ctx, Query, Resolver } from "type-graphql";

import { type ApiContext, notSignedIn, OpenTo } from "../../../platform/graphql/index.ts";
import { Vendor } from "../persistence/vendor.entity.ts";
import { VendorType } from "./vendor.type.ts";

@Resolver()
export class VendorResolver {
  @OpenTo("READ_CASES", "READ_SCORECARDS")
  @Query(() => [VendorType], { description: "The vendors within the caller's scope, by code." })
  vendors(@Ctx() { em, caller, scope }: ApiContext): Promise<Vendor[]> {
    if (!caller.actor) throw notSignedIn();
    const within = scope.vendors === "all" ? {} : { id: { $in: [...scope.vendors] } };
    return em.find(Vendor, within, { orderBy: { code: "asc" } });
  }
}
