// Every gate, in the order in which they fail fastest; stops at the first that does.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const gates = [
  ["format", "oxfmt", ["--check"]],
  ["lint", "oxlint", []],
  ["dependency rules", "depcruise", ["--config", ".dependency-cruiser.mjs", "apps", "packages"]],
  ["unused code", "knip", []],
  ["types", "pnpm", ["run", "types", "--output-logs=errors-only"]],
  ["tests", "node", ["scripts/launch.mjs", "test"]],
];

for (const [title, program, args] of gates) {
  process.stdout.write(`\n── ${title}\n`);
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit" });
  if (status === 0) continue;
  process.stdout.write(`\n${title}: failed\n`);
  process.exit(1);
}
process.stdout.write("\nAll gates passed.\n");
