import type { RowReviewState, ScorecardAct, ScorecardState } from "../vocabulary.ts";
import { word } from "./locale.ts";
import type { Wordings } from "./locale.ts";

/** Labels of the states of a scorecard. */
export const scorecardStateLabels: Wordings<ScorecardState> = {
  COLLECTING: word("收集中", "Collecting"),
  PROPOSED: word("已提出", "Proposed"),
  UNDER_REVIEW: word("逐项确认中", "Under review"),
  SENT_TO_VENDOR: word("已送企业", "Sent to vendor"),
  APPEALED: word("申诉中", "Appealed"),
  DECIDED: word("申诉已决定", "Decided"),
  FROZEN: word("已定稿", "Frozen"),
  PUBLISHED: word("已公布", "Published"),
  CORRECTED: word("已更正", "Corrected"),
};

/** Labels of what is done to a scorecard. */
export const scorecardActLabels: Wordings<ScorecardAct> = {
  PROPOSE: word("由证据生成", "Propose"),
  REVIEW: word("逐项确认", "Review"),
  SEND: word("送交企业", "Send to vendor"),
  APPEAL: word("申诉", "Appeal"),
  DECIDE: word("决定申诉", "Decide"),
  FREEZE: word("定稿", "Freeze"),
  PUBLISH: word("公布", "Publish"),
  CORRECT: word("更正", "Correct"),
};

/** Labels of how far the review of a row has come. */
export const rowReviewLabels: Wordings<RowReviewState> = {
  UNREVIEWED: word("待确认", "To be confirmed"),
  CONFIRMED: word("已确认", "Confirmed"),
  OVERRIDE_PROPOSED: word("改判待复核", "Override to be confirmed"),
  OVERRIDDEN: word("已改判", "Overridden"),
};
