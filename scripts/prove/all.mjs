// Runs every proof of proofs.mjs one after the other and prints their figures as one table:
// npm run prove [-- --quick] [-- --only races,disk-full]
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { proofs } from "./proofs.mjs";

const folder = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string" } },
});
const only = values.only?.split(",");

/** Runs one proof to its end; what it prints goes on to the terminal. */
function run(name, parameters) {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(folder, `${name}.mjs`), ...parameters], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (part) => {
    out += part;
    process.stdout.write(part);
  });
  return new Promise((resolve) => {
    child.on("close", (status) =>
      resolve({ holds: status === 0, out, seconds: (performance.now() - begun) / 1000 }),
    );
  });
}

/** The last line of JSON as `name value`, or the last line as it is. */
function figuresOf(out) {
  const lines = out.trim().split("\n");
  const last = lines.findLast((line) => line.startsWith("{") && line.endsWith("}"));
  try {
    return Object.entries(JSON.parse(last ?? ""))
      .filter(([name]) => name !== "proof" && name !== "holds")
      .map(([name, value]) =>
        typeof value === "object" ? `${name} ${JSON.stringify(value)}` : `${name} ${value}`,
      )
      .join(", ");
  } catch {
    return lines.at(-1) ?? "";
  }
}

const rows = [];
for (const [name, full, quick] of proofs) {
  const parameters = values.quick ? quick : full;
  if (parameters === null || (only && !only.includes(name))) continue;
  console.log(`\n── ${name} ${parameters}`);
  const { holds, out, seconds } = await run(name, parameters.split(" ").filter(Boolean));
  rows.push([
    `${name} ${parameters}`.trim(),
    holds ? "holds" : "FAILS",
    `${seconds.toFixed(0)} s`,
    figuresOf(out),
  ]);
}
console.log("\n| proof | | time | figures |\n|---|---|---|---|");
for (const row of rows) console.log(`| ${row.join(" | ")} |`);
process.exitCode = rows.length > 0 && rows.every(([, verdict]) => verdict === "holds") ? 0 : 1;
