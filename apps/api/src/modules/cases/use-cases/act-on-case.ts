import type { EntityManager } from "@mikro-orm/postgresql";
import {
  canActOnCase,
  CaseAct,
  err,
  ok,
  type PauseReason,
  type Refusal,
  type Result,
} from "@signet/domain";
import { randomUUIDv7 } from "node:crypto";

import { laterThan } from "../../../platform/clock/later-than.ts";
import type { NotSignedIn } from "../../../platform/identity/permitted.ts";
import { DataClass, type Vault } from "../../../platform/keys/index.ts";
import {
  type IdempotencyKeyReused,
  perform,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { loadRuleBook } from "../../calendar/index.ts";
import { CasePause } from "../persistence/case-pause.entity.ts";
import type { ServiceCase } from "../persistence/service-case.entity.ts";
import { assessCase, clockColumns } from "./case-clock.ts";
import { standingOf } from "./case-standing.ts";
import { eventsOf } from "./case-events.ts";
import { type CaseOutOfReach, holdCase } from "./hold-case.ts";

/** What is done to a case, with what the act needs to know. */
export type ActOnCase =
  | { readonly act: typeof CaseAct.RESUME | typeof CaseAct.COMPLETE | typeof CaseAct.HAND_OVER }
  | { readonly act: typeof CaseAct.PAUSE; readonly reason: PauseReason }
  | { readonly act: typeof CaseAct.MAIL; readonly trackingNumber: string };

export type ActOnCaseProblem =
  | CaseOutOfReach
  | { readonly code: "CHANGED_MEANWHILE"; readonly caseId: string }
  | Refusal
  | NotSignedIn
  | IdempotencyKeyReused;

/**
 * Does one act to an open case at the server's own time, and judges its clock anew under the versions
 * it started with. `version` is the one the caller saw: whoever comes second is told, and changes nothing.
 */
export async function actOnCase(
  context: WorkContext,
  which: { readonly id: string; readonly version: number },
  act: ActOnCase,
): Promise<Result<{ readonly id: string }, ActOnCaseProblem>> {
  const { id, version } = which;
  const name = `case.${act.act.toLowerCase().replace("_", "-")}`;
  return perform(context, name, { id, version, ...act }, async ({ tx, at, describe }) => {
    const { actor } = context.caller;
    if (!actor) return err({ code: "NOT_SIGNED_IN" } as const);
    const held = await holdCase(tx, context.scope, id);
    if (!held.ok) return held;
    const row = held.value;
    const pauses = await tx.find(
      CasePause,
      { caseId: id },
      { orderBy: { fromAt: "asc", id: "asc" } },
    );
    const allowed = canActOnCase(actor, act.act, standingOf(row, pauses));
    if (row.version !== version) return err({ code: "CHANGED_MEANWHILE", caseId: id } as const);
    if (!allowed.ok) return allowed;
    const after = apply(tx, context.vault, row, pauses, act, at);
    const book = await loadRuleBook(tx);
    const clock = assessCase(eventsOf(row, after), row, book, at.getTime());
    // A pause is a row of its own: the case's version moves with every act all the same.
    tx.assign(row, { ...clockColumns(clock), touchedAt: laterThan(row.touchedAt, at) });
    describe({ type: "ServiceCase", id });
    return ok({ id });
  });
}

/** Records the event; answers the pauses as they are then. */
function apply(
  tx: EntityManager,
  vault: Vault,
  row: ServiceCase,
  pauses: CasePause[],
  act: ActOnCase,
  at: Date,
): readonly CasePause[] {
  const open = pauses.find((pause) => pause.toAt === null && !pause.voided);
  switch (act.act) {
    case CaseAct.PAUSE: {
      const values = {
        id: randomUUIDv7(),
        caseId: row.id,
        fromAt: at,
        toAt: null,
        reason: act.reason,
        voided: false,
      };
      return [...pauses, tx.create(CasePause, values)];
    }
    case CaseAct.RESUME:
      if (open) open.toAt = at;
      return pauses;
    case CaseAct.COMPLETE:
      // An open pause ends where the case does.
      if (open) open.toAt = at;
      row.completedAt = at;
      return pauses;
    case CaseAct.HAND_OVER:
      row.handedOverAt = at;
      return pauses;
    case CaseAct.MAIL:
      row.mailedAt = at;
      row.trackingSealed = vault.seal(DataClass.APPLICANT, act.trackingNumber);
      return pauses;
  }
}
