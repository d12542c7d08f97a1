import type { RowValue } from "../vocabulary.ts";
import type { RowNumber } from "./questions.ts";

/** The answer to one row; `favourable` is null where it neither speaks for nor against the company. */
export interface RowAssessment {
  readonly row: RowNumber;
  readonly value: RowValue;
  readonly favourable: boolean | null;
}
