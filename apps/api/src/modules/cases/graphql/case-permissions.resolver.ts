import { canActOnCase, canRevealIdentity, CaseAct } from "@signet/domain";
import DataLoader from "dataloader";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { type ApiContext, notSignedIn, Permission } from "../../../platform/graphql/index.ts";
import { type PauseRow, readPauses } from "../persistence/open-cases.view.ts";
import { standingOf } from "../use-cases/case-standing.ts";
import { CaseType } from "./case.type.ts";
import { CasePauseType } from "./case-pause.type.ts";
import { CasePermissions } from "./case-permissions.type.ts";

/** Pauses by case, all of a request's at once. */
const pauseLoader = ({ em }: ApiContext): DataLoader<string, readonly PauseRow[]> =>
  new DataLoader(async (ids) => {
    const byCase = Map.groupBy(await readPauses(em, ids), ({ caseId }) => caseId);
    return ids.map((id) => byCase.get(id) ?? []);
  });

@Resolver(() => CaseType)
export class CasePermissionsResolver {
  @FieldResolver(() => [CasePauseType])
  pauses(@Root() { id }: CaseType, @Ctx() context: ApiContext): Promise<readonly PauseRow[]> {
    return context.loader(pauseLoader).load(id);
  }

  @FieldResolver(() => CasePermissions)
  async permissions(@Root() row: CaseType, @Ctx() context: ApiContext): Promise<CasePermissions> {
    const { actor } = context.caller;
    if (!actor) throw notSignedIn();
    const pauses = await context.loader(pauseLoader).load(row.id);
    const standing = standingOf(row, pauses);
    const may = (act: CaseAct): Permission =>
      new Permission(canActOnCase(actor, act, standing), context.locale);
    return {
      pause: may(CaseAct.PAUSE),
      resume: may(CaseAct.RESUME),
      complete: may(CaseAct.COMPLETE),
      handOver: may(CaseAct.HAND_OVER),
      mail: may(CaseAct.MAIL),
      revealIdentity: new Permission(
        canRevealIdentity(actor, { vendorId: row.vendorId, isErased: row.erasedAt !== null }),
        context.locale,
      ),
    };
  }
}
