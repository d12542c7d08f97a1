import { fieldOf, isObject } from "../input/fields.ts";
import { ruleErrorMessage } from "../messages/rule-errors.ts";
import type { RuleError } from "../rule-error.ts";
import { invalid } from "../rule-error.ts";
import { caseKinds } from "./case-kinds.ts";

/** One line of output: the answer's fields beside the id, or the error. */
export type CaseOutcome = Readonly<Record<string, unknown>> & { readonly id: string | null };

/** Tells whether an outcome is an error. */
export const isFault = (outcome: CaseOutcome): boolean => "error" in outcome;

/** Answers one case written as a line of JSON; whatever the line holds, it is answered. */
export function runLine(line: string): CaseOutcome {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  return runCase(value);
}

/** Answers one case. */
function runCase(value: unknown): CaseOutcome {
  if (!isObject(value)) return failed(null, invalid("", "NOT_AN_OBJECT").error);
  const id = fieldOf(value, "id");
  if (id === undefined) return failed(null, invalid("/id", "MISSING").error);
  if (typeof id !== "string") return failed(null, invalid("/id", "NOT_A_STRING").error);
  const kind = fieldOf(value, "kind");
  const run = caseKinds.get(kind);
  if (run === undefined) {
    return failed(id, invalid("/kind", kind === undefined ? "MISSING" : "UNKNOWN_VALUE").error);
  }
  const answer = run(value);
  return answer.ok ? { id, ...answer.value } : failed(id, answer.error);
}

const failed = (id: string | null, error: RuleError): CaseOutcome => ({
  id,
  error: { code: error.code, path: error.path, message: ruleErrorMessage(error.reason, "en") },
});
