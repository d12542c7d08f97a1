import {
  type Actor,
  canExportScorecard,
  err,
  ok,
  type Permission,
  type Refusal,
  type Result,
} from "@signet/domain";

import { laterThan } from "../../../platform/clock/later-than.ts";
import type { NotSignedIn } from "../../../platform/identity/permitted.ts";
import type { StepUpRequired } from "../../../platform/identity/recently-confirmed.ts";
import {
  type IdempotencyKeyReused,
  perform,
  type Unit,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { lockScorecard, type ReviewedForm } from "../persistence/scorecard.repository.ts";

/** Which form, and the version of it that the caller saw. */
export interface SeenScorecard {
  readonly id: string;
  readonly version: number;
}

export type ScorecardActProblem =
  | { readonly code: "NOT_FOUND" | "CHANGED_MEANWHILE" | "EVIDENCE_UNDONE" }
  | Refusal
  | NotSignedIn
  | StepUpRequired
  | IdempotencyKeyReused;

/** One act on a form: who may do it as it stands, and what it does. */
export interface ScorecardChange {
  may(actor: Actor, reviewed: ReviewedForm): Permission;
  /** Whether the evidence that the form rests on is still there; asked last. */
  rests?(reviewed: ReviewedForm, unit: Unit): Promise<boolean>;
  apply(reviewed: ReviewedForm, unit: Unit): void;
}

/** Refusals that may be due to what somebody else did since the caller looked. */
const dueToState: ReadonlySet<string> = new Set([
  "SCORECARD_NOT_OPEN",
  "ROWS_NOT_REVIEWED",
  "NOTHING_TO_DECIDE",
]);

/**
 * One act on a form: held, found in scope, and only if it is still the version that the caller saw.
 * Whoever comes second is told, and changes nothing.
 */
export function changeScorecard(
  context: WorkContext,
  act: string,
  input: SeenScorecard & Readonly<Record<string, unknown>>,
  { may, rests, apply }: ScorecardChange,
): Promise<Result<{ readonly id: string }, ScorecardActProblem>> {
  const { id, version } = input;
  return perform(context, act, input, async (unit) => {
    const { actor } = context.caller;
    if (!actor) return err({ code: "NOT_SIGNED_IN" } as const);
    const reviewed = await lockScorecard(unit.tx, context.scope, id);
    // What they may not see is not there for them, whatever they would do to it.
    if (!reviewed || !canExportScorecard(actor, reviewed.form).ok)
      return err({ code: "NOT_FOUND" } as const);
    const isStale = reviewed.form.version !== version;
    const allowed = may(actor, reviewed);
    if (!allowed.ok && !(isStale && dueToState.has(allowed.error.code))) return allowed;
    if (isStale) return err({ code: "CHANGED_MEANWHILE" } as const);
    if (rests && !(await rests(reviewed, unit))) return err({ code: "EVIDENCE_UNDONE" } as const);
    apply(reviewed, unit);
    // A row's review is a record of its own: the form's version moves with every act all the same.
    reviewed.form.touchedAt = laterThan(reviewed.form.touchedAt, unit.at);
    unit.describe({ type: "Scorecard", id });
    return ok({ id });
  });
}
