import type { RowValue } from "../vocabulary.ts";
import type { RowNumber } from "./questions.ts";
import { scorecardQuestions } from "./questions.ts";

/** Whether an answer to a row speaks for the vendor; null where it counts neither way. */
export function isFavourable(row: RowNumber, value: RowValue): boolean | null {
  if (value !== "YES" && value !== "NO") return null;
  return scorecardQuestions[row - 1]?.goodAnswer === value;
}
