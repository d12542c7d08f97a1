import type { Locale, Refusal, Result } from "@signet/domain";
import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";

import { NotAllowedProblem } from "../../../platform/graphql/index.ts";
import type { NotSignedIn } from "../../../platform/identity/permitted.ts";
import { accountNameLoader } from "../../accounts/index.ts";
import { readHead } from "../persistence/audit-head.view.ts";
import { readHeadFile } from "../persistence/head-file.ts";
import type { FoundVerdict } from "../use-cases/audit-verification.ts";
import { faultWords } from "../use-cases/chain-fault.ts";
import { AuditChainResult, AuditChainSuccess } from "./audit-chain.result.ts";
import { AuditChain, AuditChainVerdict } from "./audit-chain.type.ts";
import type { AuditContext } from "./audit-context.ts";
import { requireReader } from "./require-reader.ts";

@Resolver(() => AuditChainVerdict)
export class AuditChainResolver {
  @Query(() => AuditChain, { description: "How the chain of acts stands." })
  auditChain(@Ctx() context: AuditContext): Promise<AuditChain> {
    requireReader(context);
    return chainOf(context);
  }

  @Mutation(() => AuditChainResult, {
    description: "Verifies the whole chain, in the background; one that is under way is joined.",
  })
  verifyAudit(@Ctx() context: AuditContext): Promise<typeof AuditChainResult> {
    return answer(context, context.verification.start(context));
  }

  @Mutation(() => AuditChainResult, { description: "Ends a verification that is under way." })
  cancelAuditVerification(@Ctx() context: AuditContext): Promise<typeof AuditChainResult> {
    return answer(context, context.verification.cancel(context));
  }

  @FieldResolver(() => String, { description: "Who asked for it." })
  verifiedBy(
    @Root() { actorId }: AuditChainVerdict,
    @Ctx() context: AuditContext,
  ): Promise<string> {
    return context.loader(accountNameLoader).load(actorId);
  }
}

async function answer(
  context: AuditContext,
  done: Result<true, Refusal | NotSignedIn>,
): Promise<typeof AuditChainResult> {
  if (!done.ok) return new NotAllowedProblem(done.error.code, context.locale);
  return Object.assign(new AuditChainSuccess(), { chain: await chainOf(context) });
}

async function chainOf({ em, vault, locale, verification }: AuditContext): Promise<AuditChain> {
  // First: where it says that all is over, what is read after it knows the end.
  const { progress } = verification;
  const [head, published, found] = await Promise.all([
    readHead(em),
    readHeadFile(verification.headsFile),
    verification.lastVerdict({ em, vault }),
  ]);
  return {
    head,
    published: published.heads.at(-1) ?? null,
    verdict: found && verdictOf(found, locale),
    verification: progress,
  };
}

function verdictOf({ verdict, at, actorId }: FoundVerdict, locale: Locale): AuditChainVerdict {
  const { sound: isSound, links, broken, anchor, younger } = verdict;
  return {
    actorId,
    isSound,
    verifiedAt: at,
    links,
    broken: broken && { ...broken, message: faultWords(broken.fault, locale) },
    anchor,
    younger,
  };
}
