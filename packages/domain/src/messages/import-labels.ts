import type { ImportState, LineOutcome } from "../vocabulary.ts";
import { word } from "./locale.ts";
import type { Wordings } from "./locale.ts";

/** Labels of the states of an import. */
export const importStateLabels: Wordings<ImportState> = {
  STAGING: word("检查中", "Being checked"),
  STAGED: word("待导入", "Checked"),
  COMMITTING: word("导入中", "Being imported"),
  COMMITTED: word("已导入", "Imported"),
  CANCELLED: word("已放弃", "Cancelled"),
  UNDOING: word("撤销中", "Being undone"),
  UNDONE: word("已撤销", "Undone"),
};

/** Labels of what becomes of a line. */
export const lineOutcomeLabels: Wordings<LineOutcome> = {
  CLEAN: word("可导入", "To be imported"),
  SKIPPED: word("跳过", "Skipped"),
  REJECTED: word("退回", "Refused"),
};
