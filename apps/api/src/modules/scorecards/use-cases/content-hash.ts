import { createHash } from "node:crypto";

import type { RowReview } from "@signet/domain";

import { canonicalJson } from "../../../platform/orm/index.ts";
import type { Scorecard } from "../persistence/scorecard.entity.ts";

/** A form and what was decided of its rows, as far as its hash covers them. */
export interface DecidedForm {
  readonly form: Pick<Scorecard, "vendorId" | "quarter" | "revision" | "policyVersionId" | "rows">;
  readonly reviews: readonly (RowReview & {
    readonly decidedBy: string;
    readonly secondedBy: string | null;
  })[];
}

/** SHA-256 of the decision: vendor, quarter, rule version, the evidence's rows and what became of each. */
export function contentHashOf({ form, reviews }: DecidedForm): string {
  const { vendorId, quarter, revision, policyVersionId, rows } = form;
  const decided = reviews.map(({ row, state, value, reason, decidedBy, secondedBy }) => ({
    row,
    state,
    value,
    reason,
    decidedBy,
    secondedBy,
  }));
  const content = { vendorId, quarter, revision, policyVersionId, rows, reviews: decided };
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}
