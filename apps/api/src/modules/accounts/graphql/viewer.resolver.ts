import {
  canAcceptCases,
  canImportCases,
  canManageIntegrations,
  canManageAccounts,
  canProposeScorecard,
  canReadAudit,
  canSeeImport,
  canUndoImport,
  granted,
} from "@signet/domain";
import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";

import { type ApiContext, Permission, OpenToAll } from "../../../platform/graphql/index.ts";
import { Viewer } from "./viewer.type.ts";
import { ViewerPermissions } from "./viewer-permissions.type.ts";

@Resolver(() => Viewer)
export class ViewerResolver {
  @OpenToAll()
  @Query(() => Viewer, { nullable: true, description: "Who is signed in; null for nobody." })
  viewer(@Ctx() { caller }: ApiContext): Viewer | null {
    return caller.actor ? { ...caller.actor, name: caller.name } : null;
  }

  @FieldResolver(() => ViewerPermissions)
  permissions(@Root() actor: Viewer, @Ctx() { locale }: ApiContext): ViewerPermissions {
    return {
      acceptCases: new Permission(canAcceptCases(actor), locale),
      importCases: new Permission(canImportCases(actor, actor.vendorId), locale),
      seeImports: new Permission(canSeeImport(actor, actor.vendorId), locale),
      undoImport: new Permission(canUndoImport(actor), locale),
      proposeScorecards: new Permission(canProposeScorecard(actor), locale),
      seeScorecards: new Permission(granted(actor, "EXPORT_SCORECARD", actor), locale),
      manageAccounts: new Permission(canManageAccounts(actor), locale),
      readAudit: new Permission(canReadAudit(actor), locale),
      manageIntegrations: new Permission(canManageIntegrations(actor), locale),
    };
  }
}
