import { Channel } from "@signet/domain";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { type ApiContext, Costs } from "../../../platform/graphql/index.ts";
import { loadRuleBook, type RuleBook } from "../../calendar/index.ts";
import { toDate } from "../use-cases/case-events.ts";
import { explainCase, verdictOf, wordsOf } from "../use-cases/explain-case.ts";
import { CaseType } from "./case.type.ts";
import { CaseExplanation } from "./case-explanation.type.ts";

/** The dated rules, read once a request. */
const ruleBook = ({ em }: ApiContext): Promise<RuleBook> => loadRuleBook(em);

@Resolver(() => CaseType)
export class CaseExplanationResolver {
  @Costs(100)
  @FieldResolver(() => CaseExplanation, {
    description: "Computed for one case at a time; ask for it on a case, not on a page.",
  })
  async explanation(
    @Root() { id }: CaseType,
    @Ctx() context: ApiContext,
  ): Promise<CaseExplanation> {
    const { em, scope, clock, locale } = context;
    const explained = await explainCase(em, scope, clock, { id }, await context.loader(ruleBook));
    if (!explained) throw new Error(`Case ${id} went away`);
    const { assessment, policyValidFrom, calendarNumber } = explained;
    const other = assessment.channel === Channel.ONSITE ? assessment.otherReading() : null;
    return {
      verdict: verdictOf(explained, locale),
      steps: wordsOf(explained, locale).map(({ step: { code, at, clause }, title, detail }) => ({
        code,
        at: toDate(at),
        clause,
        title,
        detail,
      })),
      remainingMs: assessment.channel === Channel.ONSITE ? assessment.remainingMs : null,
      reading: assessment.channel === Channel.ONSITE ? assessment.counting : assessment.nextDay,
      otherCounting: other && {
        state: other.state,
        elapsedMs: other.elapsedMs,
        remainingMs: other.remainingMs,
        dueAt: toDate(other.dueAt),
      },
      policyValidFrom,
      calendarNumber,
    };
  }
}
