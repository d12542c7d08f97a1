import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { readExports } from "../../test/exports.ts";
import type { Project } from "./project.ts";
import { firstVerdict } from "./project.ts";

/** The ways in which a stranger's compiler may look for the types. */
export const resolutions = {
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
} as const;

/** Writes the README's first program and all examples as a stranger's source files. */
export async function writeConsumer(project: Project): Promise<readonly string[]> {
  const exported = readExports();
  const names = exported.map(({ name }) => `  ${name},`).join("\n");
  const examples = exported.flatMap(({ name, examples }) =>
    examples.map((code) => `// ${name}\n{\n${code}}\n`),
  );
  const files = {
    // Less than a whole browser, and quicker to read.
    "console.d.ts": "declare const console: { log(...values: unknown[]): void };\n",
    "first-verdict.ts": (await firstVerdict(project)).program,
    "examples.ts": `import {\n${names}\n} from "@signet/domain";\n\n${examples.join("\n")}`,
  };
  for (const [name, text] of Object.entries(files))
    await writeFile(join(project.folder, name), text);
  return Object.keys(files).map((name) => join(project.folder, name));
}

/** What a strict compiler complains of, libraries included. */
export function complaintsOf(
  files: readonly string[],
  resolution: keyof typeof resolutions,
): readonly string[] {
  const program = ts.createProgram(files, {
    ...resolutions[resolution],
    target: ts.ScriptTarget.ES2021,
    lib: ["lib.es2021.d.ts"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n") + placeOf(one));
}

function placeOf({ file, start }: ts.Diagnostic): string {
  if (file === undefined || start === undefined) return "";
  const { line } = file.getLineAndCharacterOfPosition(start);
  return ` (${file.fileName.split("/").at(-1)}:${line + 1} ${file.text.split("\n")[line] ?? ""})`;
}
