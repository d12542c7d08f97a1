import type { EntityManager } from "@mikro-orm/postgresql";
import {
  type Announcement,
  announcePolicy,
  err,
  localDayOf,
  ok,
  type PolicyParameters,
  type Result,
} from "@signet/domain";

import type { DraftProblem } from "./draft-calendar.ts";
import { loadRuleBook, type RuleBook } from "./rule-book.ts";

/** Values to come, and the newest version that the editor saw. */
export interface PolicyChange extends Announcement {
  readonly newestId: string;
}

export interface PolicyDraft {
  readonly book: RuleBook;
  readonly after: PolicyParameters;
  readonly today: string;
}

/** The next values as an announcement would make them. */
export async function draftPolicy(
  em: EntityManager,
  { newestId, validFrom, values }: PolicyChange,
  now: Date,
): Promise<Result<PolicyDraft, DraftProblem>> {
  const book = await loadRuleBook(em);
  if (book.newestPolicy.id !== newestId) return err({ code: "CHANGED_MEANWHILE" });
  const today = localDayOf(now.getTime(), book.zone);
  const after = announcePolicy(book.newestPolicy, { validFrom, values }, today);
  return after.ok
    ? ok({ book, after: after.value, today })
    : err({ code: "INVALID_INPUT", error: after.error });
}
