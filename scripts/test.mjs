// Runs every test and closes with the line `N passed, N failed`.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { startVitest } from "vitest/node";

const root = resolve(fileURLToPath(import.meta.url), "../..");
process.chdir(root);
const vitest = await startVitest("test", process.argv.slice(2), { watch: false, run: true });
const results = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
const count = (state) => results.filter((test) => test.result().state === state).length;
const broken = vitest.state.getTestModules().filter((module) => module.errors().length > 0).length;
const unhandled = vitest.state.getUnhandledErrors().length;
const passed = count("passed");
const failed = count("failed") + broken + unhandled;
await vitest.close();
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
