import { Channel, parseQuarter } from "@signet/domain";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";

import {
  type ApiContext,
  badInput,
  notSignedIn,
  requireId,
  OpenTo,
} from "../../../platform/graphql/index.ts";
import type { CaseRow } from "../persistence/case-columns.ts";
import { readLateCases } from "../persistence/late-cases.view.ts";
import "./case-enums.ts";
import { CaseType } from "./case.type.ts";

const most = 50;

@Resolver()
export class LateCasesResolver {
  @OpenTo("READ_CASES")
  @Query(() => [CaseType], {
    description: "The late cases of a vendor's quarter, the latest beyond its deadline first.",
  })
  lateCases(
    @Arg("vendorId", () => ID) vendorId: string,
    @Arg("quarter", () => String, { description: "YYYYQn" }) quarter: string,
    @Arg("channel", () => Channel) channel: Channel,
    @Arg("first", () => Int, { defaultValue: 5, description: "1 to 50" }) first: number,
    @Ctx() { em, caller, scope, clock, vault }: ApiContext,
  ): Promise<CaseRow[]> {
    if (!caller.actor) throw notSignedIn();
    if (!parseQuarter(quarter).ok) throw badInput("quarter", "must be a quarter, such as 2026Q3");
    if (first < 1 || first > most) throw badInput("first", `must be 1 to ${most}`);
    const asked = { vendorId: requireId(vendorId, "vendorId"), quarter, channel };
    return readLateCases(em, { scope, now: clock.now(), vault }, asked, first);
  }
}
