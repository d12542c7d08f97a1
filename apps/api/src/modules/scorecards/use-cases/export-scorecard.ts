import type { EntityManager } from "@mikro-orm/postgresql";
import {
  type Actor,
  ANNEX_TITLE,
  canExportScorecard,
  err,
  ok,
  quarterLabel,
  type Refusal,
  type Result,
  scorecardQuestions,
  ScorecardState,
} from "@signet/domain";

import { renderFormDocx } from "../../../platform/files/form-docx.ts";
import type { Caller } from "../../../platform/identity/caller.ts";
import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import { isUuid } from "../../../platform/orm/index.ts";
import { Vendor } from "../../vendors/index.ts";
import { Scorecard } from "../persistence/scorecard.entity.ts";
import { reviewsOf } from "../persistence/scorecard.repository.ts";
import { rowsAfterReview } from "./rows-after-review.ts";

export interface ExportOptions {
  /** Leaves the fact lines out: the cells hold the answers alone. */
  readonly answersOnly: boolean;
}

export interface ExportedForm {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Whoever sees no form at all is told so, whatever id they name. */
const canKnowForms = (actor: Actor) =>
  canExportScorecard(actor, { vendorId: actor.vendorId ?? "", state: ScorecardState.PUBLISHED });

/** The form as a Word file: the annex as printed, and nothing else of ours but 草稿 until it is frozen. */
export async function exportScorecard(
  em: EntityManager,
  caller: Caller,
  which: { readonly id: string } | { readonly vendorId: string; readonly quarter: string },
  { answersOnly }: ExportOptions,
): Promise<Result<ExportedForm, { readonly code: "SCORECARD_NOT_FOUND" } | Refusal | NotSignedIn>> {
  const known = permitted(caller, canKnowForms);
  if (!known.ok) return known;
  if ("id" in which && !isUuid(which.id)) return err({ code: "SCORECARD_NOT_FOUND" });
  const scorecard = await em.findOne(Scorecard, which, { orderBy: { revision: "desc" } });
  if (!scorecard) return err({ code: "SCORECARD_NOT_FOUND" });
  const allowed = permitted(caller, (actor) => canExportScorecard(actor, scorecard));
  if (!allowed.ok) return allowed;
  const vendor = await em.findOneOrFail(Vendor, scorecard.vendorId);
  const rows = rowsAfterReview(scorecard.rows, await reviewsOf(em, scorecard.id));
  const period = quarterLabel(scorecard.quarter, "zh-CN");
  const bytes = await renderFormDocx({
    title: ANNEX_TITLE,
    headings: [
      { label: "企业名称：", value: vendor.name },
      { label: "考评时间：", value: period },
    ],
    columns: ["序号", "考评内容", "考评情况"],
    rows: rows.map((row) => ({
      number: String(row.row),
      question: scorecardQuestions[row.row - 1]?.text ?? "",
      answer: answersOnly ? row.answer : row.text,
    })),
    ...(scorecard.isDraft ? { mark: "草稿" } : {}),
  });
  return ok({ fileName: `${vendor.name}-${scorecard.quarter}.docx`, bytes });
}
