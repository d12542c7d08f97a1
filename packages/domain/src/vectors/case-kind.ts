import { readFields } from "../input/fields.ts";
import type { Fields } from "../input/fields.ts";
import { attempt } from "../input/refuse.ts";
import type { Result } from "../result.ts";
import type { RuleError } from "../rule-error.ts";

/** What a case answers: the fields of its kind. */
export type CaseAnswer = Readonly<Record<string, unknown>>;

/** Reads a case of one kind and answers it. */
export type CaseKind = (fields: Fields) => Result<CaseAnswer, RuleError>;

const always = ["id", "kind", "why", "expect"] as const;

/** A kind by the names of its fields, how to read them, and how to answer what was read. */
export function caseKind<Input>(
  names: readonly string[],
  read: (fields: Fields) => Input,
  answer: (input: Input) => Result<CaseAnswer, RuleError>,
): CaseKind {
  const known = new Set<string>([...always, ...names]);
  return (fields) => {
    const input = attempt(() => read(readFields(fields, "", known)));
    return input.ok ? answer(input.value) : input;
  };
}
