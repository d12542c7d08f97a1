import {
  canExportScorecard,
  canProposeScorecard,
  parseQuarter,
  scorecardQuestions,
} from "@signet/domain";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";

import {
  type ApiContext,
  badInput,
  notSignedIn,
  Permission,
} from "../../../platform/graphql/index.ts";
import { type Vendor, vendorLoader, VendorType } from "../../vendors/index.ts";
import type { ScorecardItem } from "../persistence/scorecard.view.ts";
import { listScorecards } from "../use-cases/list-scorecards.ts";
import { ScorecardRowType, ScorecardType } from "./scorecard.type.ts";
import { ScorecardPermissions } from "./scorecard-permissions.type.ts";

@Resolver(() => ScorecardType)
export class ScorecardResolver {
  @Query(() => [ScorecardType], {
    description: "The forms of a quarter within the caller's scope, by vendor code.",
  })
  scorecards(
    @Arg("quarter", () => String, { description: "YYYYQn" }) quarter: string,
    @Ctx() context: ApiContext,
  ): Promise<readonly ScorecardItem[]> {
    if (!context.caller.actor) throw notSignedIn();
    if (!parseQuarter(quarter).ok) throw badInput("quarter", "must be a quarter, such as 2026Q3");
    return listScorecards(context, quarter);
  }

  @FieldResolver(() => VendorType)
  vendor(@Root() { vendorId }: ScorecardType, @Ctx() context: ApiContext): Promise<Vendor> {
    return context.loader(vendorLoader).load(vendorId);
  }

  @FieldResolver(() => [ScorecardRowType], { description: "Ten rows, in the annex's order." })
  rows(@Root() { rows }: ScorecardType): ScorecardRowType[] {
    return rows.map((row) => ({
      ...row,
      facts: row.facts ?? null,
      question: scorecardQuestions[row.row - 1]?.text ?? "",
    }));
  }

  @FieldResolver(() => ScorecardPermissions)
  permissions(
    @Root() scorecard: ScorecardType,
    @Ctx() { caller: { actor }, locale }: ApiContext,
  ): ScorecardPermissions {
    if (!actor) throw notSignedIn();
    return {
      propose: new Permission(canProposeScorecard(actor), locale),
      export: new Permission(canExportScorecard(actor, scorecard), locale),
    };
  }
}
