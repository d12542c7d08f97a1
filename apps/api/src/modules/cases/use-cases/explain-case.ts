import type { EntityManager } from "@mikro-orm/postgresql";
import { type Locale, renderTraceStep, type TraceStep, verdictSentence } from "@signet/domain";

import type { Clock } from "../../../platform/clock/clock.ts";
import type { Scope } from "../../../platform/orm/index.ts";
import { loadRuleBook, type RuleBook } from "../../calendar/index.ts";
import { CasePause } from "../persistence/case-pause.entity.ts";
import { findCase } from "../persistence/case.repository.ts";
import type { ServiceCase } from "../persistence/service-case.entity.ts";
import { type Assessment, assessCase } from "./case-clock.ts";
import { eventsOf } from "./case-events.ts";

/** One case with its clock as it stands now, ready to be explained in either language. */
export interface ExplainedCase {
  readonly case: ServiceCase;
  readonly pauses: readonly CasePause[];
  readonly assessment: Assessment;
  readonly policyValidFrom: string;
  readonly calendarNumber: number;
  readonly steps: readonly TraceStep[];
  readonly zone: string;
}

/** Explains a case from its events and the versions its clock runs under; null where the scope has no such case. */
export async function explainCase(
  em: EntityManager,
  scope: Scope,
  clock: Clock,
  which: { readonly id: string } | { readonly vendorId: string; readonly number: string },
  rules?: RuleBook,
): Promise<ExplainedCase | null> {
  const found = await findCase(em, scope, which);
  if (!found) return null;
  const pauses = await em.find(
    CasePause,
    { caseId: found.id },
    { orderBy: { fromAt: "asc", id: "asc" } },
  );
  const book = rules ?? (await loadRuleBook(em));
  const assessment = assessCase(eventsOf(found, pauses), found, book, clock.now().getTime());
  const policy = book.policy(found.policyVersionId);
  return {
    case: found,
    pauses,
    assessment,
    policyValidFrom: policy.validFrom,
    calendarNumber: book.calendarVersion(found.calendarVersionId).number,
    steps: assessment.trace(),
    zone: policy.parameters.zone,
  };
}

/** The verdict in one sentence. */
export const verdictOf = ({ assessment }: ExplainedCase, locale: Locale): string =>
  verdictSentence(assessment, locale);

/** The trace in words, step by step. */
export const wordsOf = ({ steps, zone }: ExplainedCase, locale: Locale) =>
  steps.map((step) => ({ step, ...renderTraceStep(step, locale, zone) }));
