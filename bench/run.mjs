// The benchmark: `npm run bench`, or `node bench/run.mjs` where the product is built.
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { installPackage } from "../scripts/install-package.mjs";
import { built, here } from "./places.mjs";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "15" },
    seconds: { type: "string", default: "2" },
    cases: { type: "string", default: "100000" },
    connections: { type: "string", default: "6" },
    port: { type: "string", default: "4710" },
    growth: { type: "boolean", default: false },
    json: { type: "string" },
  },
});
const numbers = Object.fromEntries(
  ["rounds", "seconds", "cases", "connections", "port"].map((name) => [name, Number(values[name])]),
);
if (!existsSync(fileURLToPath(built("src/main.js")))) {
  console.error("The product is not built yet: npm run bench builds it first");
  process.exit(1);
}
installPackage(here, "the rivals");

const say = (line) => console.error(line);
const mode = values.growth ? "growth" : "compare";
const { [mode]: measure } = await import(`./${mode}.mjs`);
const { print } = await import("./report.mjs");
const figures = await measure({ ...numbers, say });
print(mode, figures, numbers);
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ ...numbers, figures }, null, 2)}\n`);
