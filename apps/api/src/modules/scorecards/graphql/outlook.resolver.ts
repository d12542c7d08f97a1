import { Ctx, Query, Resolver } from "type-graphql";

import { type ApiContext, notSignedIn } from "../../../platform/graphql/index.ts";
import { readOutlook } from "../use-cases/read-outlook.ts";
import { QuarterOutlook } from "./outlook.type.ts";

@Resolver()
export class OutlookResolver {
  @Query(() => QuarterOutlook, {
    nullable: true,
    description: "The running quarter so far; null for whoever is not of the centre.",
  })
  async quarterOutlook(@Ctx() context: ApiContext): Promise<QuarterOutlook | null> {
    if (!context.caller.actor) throw notSignedIn();
    const outlook = await readOutlook(context);
    if (!outlook) return null;
    const vendors = outlook.forms.map(({ vendor, rows, cases: { onsite, online } }) => ({
      vendor,
      assessable: onsite.assessable + online.assessable,
      breached: onsite.breached + online.breached,
      rows,
    }));
    return { quarter: outlook.quarter, vendors };
  }
}
