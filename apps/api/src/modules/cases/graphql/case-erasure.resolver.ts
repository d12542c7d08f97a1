import { canConfirmErasure, canRequestErasure, ErasureReason } from "@signet/domain";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import {
  type ApiContext,
  Costs,
  notSignedIn,
  Permission,
} from "../../../platform/graphql/index.ts";
import { accountNameLoader } from "../../accounts/index.ts";
import { loadRuleBook } from "../../calendar/index.ts";
import { CaseErasure } from "../persistence/case-erasure.entity.ts";
import { findCase } from "../persistence/case.repository.ts";
import { erasureStanding } from "../use-cases/erasure-standing.ts";
import { CaseType } from "./case.type.ts";
import { CaseErasureType } from "./case-erasure.type.ts";

const nobody = { requestedBy: "" };

@Resolver(() => CaseType)
export class CaseErasureResolver {
  @Costs(20)
  @FieldResolver(() => CaseErasureType, {
    nullable: true,
    description: "Null for whoever has no part in erasures; ask for it on a case, not on a page.",
  })
  async erasure(
    @Root() { id }: CaseType,
    @Ctx() context: ApiContext,
  ): Promise<CaseErasureType | null> {
    const { em, scope, clock, locale } = context;
    const { actor } = context.caller;
    if (!actor) throw notSignedIn();
    const mayWithdraw = canConfirmErasure(actor, nobody);
    if (!mayWithdraw.ok) return null;
    const row = await findCase(em, scope, { id });
    if (!row) throw new Error(`Case ${id} went away`);
    const waiting = await em.findOne(CaseErasure, { caseId: id, confirmedAt: null });
    const standing = erasureStanding(row, await loadRuleBook(em), clock.now());
    const mayRequest = (reason: ErasureReason): Permission =>
      new Permission(canRequestErasure(actor, reason, standing), locale);
    return {
      request: waiting && {
        reason: waiting.reason,
        requestedAt: waiting.requestedAt,
        requestedBy: await context.loader(accountNameLoader).load(waiting.requestedBy),
      },
      permissions: {
        requestForApplicant: mayRequest(ErasureReason.APPLICANT_REQUEST),
        requestAfterRetention: mayRequest(ErasureReason.RETENTION_OVER),
        confirm: new Permission(canConfirmErasure(actor, waiting ?? nobody), locale),
        withdraw: new Permission(mayWithdraw, locale),
      },
    };
  }
}
