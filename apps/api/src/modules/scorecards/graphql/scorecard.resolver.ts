import {
  canExportScorecard,
  canFreezeScorecard,
  canProposeScorecard,
  canSendScorecard,
  parseQuarter,
} from "@signet/domain";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";

import {
  type ApiContext,
  badInput,
  notSignedIn,
  Permission,
  requireId,
  OpenTo,
} from "../../../platform/graphql/index.ts";
import { type Vendor, vendorLoader, VendorType } from "../../vendors/index.ts";
import { decidersOf } from "../use-cases/deciders-of.ts";
import { listScorecards, type ScorecardStanding } from "../use-cases/list-scorecards.ts";
import { rowsFor } from "./rows-for.ts";
import { ScorecardRowType, ScorecardType } from "./scorecard.type.ts";
import { ScorecardPermissions } from "./scorecard-permissions.type.ts";

const mostQuarters = 8;

@Resolver(() => ScorecardType)
export class ScorecardResolver {
  @OpenTo("READ_SCORECARDS")
  @Query(() => [ScorecardType], {
    description: "The forms of a quarter within the caller's scope, by vendor code.",
  })
  scorecards(
    @Arg("quarter", () => String, { description: "YYYYQn" }) quarter: string,
    @Ctx() context: ApiContext,
  ): Promise<readonly ScorecardStanding[]> {
    if (!context.caller.actor) throw notSignedIn();
    if (!parseQuarter(quarter).ok) throw badInput("quarter", "must be a quarter, such as 2026Q3");
    return listScorecards(context, { quarter });
  }

  @OpenTo("READ_SCORECARDS")
  @Query(() => [ScorecardType], {
    description: "The forms of the newest quarters that have any, newest first, by vendor code.",
  })
  scorecardHistory(
    @Arg("quarters", () => Int, { defaultValue: 4, description: "1 to 8" }) quarters: number,
    @Ctx() context: ApiContext,
  ): Promise<readonly ScorecardStanding[]> {
    if (!context.caller.actor) throw notSignedIn();
    if (quarters < 1 || quarters > mostQuarters)
      throw badInput("quarters", `must be 1 to ${mostQuarters}`);
    return listScorecards(context, { newestQuarters: quarters });
  }

  @OpenTo("READ_SCORECARDS")
  @Query(() => ScorecardType, {
    nullable: true,
    description: "One form; null where the caller may see none such.",
  })
  async scorecard(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ApiContext,
  ): Promise<ScorecardStanding | null> {
    if (!context.caller.actor) throw notSignedIn();
    return (await listScorecards(context, { id: requireId(id, "id") }))[0] ?? null;
  }

  @FieldResolver(() => VendorType)
  vendor(@Root() { vendorId }: ScorecardType, @Ctx() context: ApiContext): Promise<Vendor> {
    return context.loader(vendorLoader).load(vendorId);
  }

  @FieldResolver(() => [ScorecardRowType], { description: "Ten rows, in the annex's order." })
  rows(@Root() scorecard: ScorecardType, @Ctx() context: ApiContext): ScorecardRowType[] {
    return rowsFor(scorecard, context);
  }

  @FieldResolver(() => ScorecardPermissions)
  permissions(
    @Root() scorecard: ScorecardType,
    @Ctx() { caller: { actor }, locale }: ApiContext,
  ): ScorecardPermissions {
    if (!actor) throw notSignedIn();
    const deciders = decidersOf(scorecard.reviews);
    return {
      propose: new Permission(canProposeScorecard(actor), locale),
      export: new Permission(canExportScorecard(actor, scorecard), locale),
      send: new Permission(canSendScorecard(actor, scorecard), locale),
      freeze: new Permission(canFreezeScorecard(actor, { ...scorecard, deciders }), locale),
    };
  }
}
