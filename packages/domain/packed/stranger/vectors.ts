import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Project } from "./project.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The published vectors as one text of JSON lines, from the tarball. */
export const readVectors = async (project: Project): Promise<string> =>
  await readFile(join(project.installed, "test/vectors/rules.jsonl"), "utf8");

const parse = (text: string): readonly Fields[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Fields);

/** The ids of the vectors whose answers are not what they must be; an error's message is free. */
export function wrongAnswers(vectors: string, output: string): readonly unknown[] {
  const answers = parse(output);
  const cases = parse(vectors);
  if (answers.length !== cases.length)
    return [`${answers.length} answers to ${cases.length} cases`];
  return cases
    .filter((one, index) => {
      const { error, ...answer } = answers[index] ?? {};
      const { error: wantedError, ...wanted } = one["expect"] as Fields;
      return !isDeepStrictEqual(
        [answer, faultOf(error)],
        [{ id: one["id"], ...wanted }, faultOf(wantedError)],
      );
    })
    .map((one) => one["id"]);
}

const faultOf = (error: unknown): unknown =>
  error === undefined ? null : { ...(error as Fields), message: null };
