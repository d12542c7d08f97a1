import type { EntityManager, FilterQuery } from "@mikro-orm/postgresql";

import type { Scope } from "../../../platform/orm/index.ts";
import { ServiceCase } from "./service-case.entity.ts";

/** The cases a scope may see, as a condition on entities. */
function within({ vendors, regions }: Scope): FilterQuery<ServiceCase> {
  return {
    ...(vendors === "all" ? {} : { vendorId: { $in: [...vendors] } }),
    ...(regions === "all" ? {} : { regionCode: { $in: [...regions] } }),
  };
}

/** One case, for change or explanation; a foreign one is as absent. */
export function findCase(
  em: EntityManager,
  scope: Scope,
  which: { readonly id: string } | { readonly vendorId: string; readonly number: string },
): Promise<ServiceCase | null> {
  return em.findOne(ServiceCase, { $and: [which, within(scope)] });
}
