// Imports 100,000 lines from the command line while people read and write, and prints how much slower
// they were: node scripts/prove/import-under-load.mjs [--lines 100000] [--seconds 40]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import { writeCasesFile } from "./cases-file.mjs";
import { documents } from "./documents.mjs";
import { percentile, root, signIn, startProduct, stopProduct } from "./product.mjs";
import { report } from "./report.mjs";

const { values } = parseArgs({
  options: {
    lines: { type: "string", default: "100000" },
    seconds: { type: "string", default: "40" },
  },
});
const lines = Number(values.lines);
const seconds = Number(values.seconds);
const folder = mkdtempSync(join(tmpdir(), "signet-prove-"));
const product = await startProduct(join(folder, "data"));
const execute = await signIn(product.address);

/** Reads 20 times and writes 5 times a second, each on a clock of its own, until told to stop. */
async function measure(isOver) {
  const times = { read: [], write: [] };
  const beat = async (kind, query, everyMs) => {
    for (let due = performance.now(); !isOver(); due += everyMs) {
      await sleep(Math.max(0, due - performance.now()));
      const begun = performance.now();
      await execute(query);
      times[kind].push(performance.now() - begun);
    }
  };
  await Promise.all([beat("read", documents.page, 50), beat("write", documents.propose, 200)]);
  return times;
}

const forSeconds = (count) => {
  const end = performance.now() + count * 1000;
  return () => performance.now() > end;
};

function print(title, times) {
  for (const kind of ["read", "write"]) {
    const [p50, p99] = [percentile(times[kind], 0.5), percentile(times[kind], 0.99)];
    console.log(
      `${title.padEnd(22)} ${kind.padEnd(5)} n=${times[kind].length} p50=${p50.toFixed(1)} ms p99=${p99.toFixed(1)} ms`,
    );
  }
}

const peakMegabytes = (pid) => {
  try {
    return (
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024
    );
  } catch {
    return 0;
  }
};

try {
  const file = join(folder, "cases.csv");
  await writeCasesFile(file, lines);
  await measure(forSeconds(5));
  const before = await measure(forSeconds(seconds));
  print("before", before);

  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [join(root, "apps/api/dist/src/cli.js"), "import-cases", file, "--json"],
    {
      env: { ...process.env, SIGNET_DATA_DIR: join(folder, "data") },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let out = "";
  let over = false;
  let peak = 0;
  child.stdout.on("data", (part) => (out += part));
  const watch = setInterval(() => (peak = Math.max(peak, peakMegabytes(child.pid))), 500);
  const ended = once(child, "exit").then(() => (over = true));
  const during = await measure(() => over);
  await ended;
  clearInterval(watch);
  print("during the import", during);
  const after = await measure(forSeconds(seconds));
  print("after", after);

  const { read, imported, rejected } = JSON.parse(out);
  console.log(
    `import: ${read} read, ${imported} imported, ${rejected.length} refused in ${((performance.now() - begun) / 1000 - seconds).toFixed(0)} s; peak memory ${peak.toFixed(0)} MB`,
  );
  const slowerBy = (kind) => {
    const quiet = percentile([...before[kind], ...after[kind]], 0.99);
    return Number((percentile(during[kind], 0.99) / quiet).toFixed(2));
  };
  report(
    "import-under-load",
    {
      imported,
      peakMb: Math.round(peak),
      readP99Ratio: slowerBy("read"),
      writeP99Ratio: slowerBy("write"),
    },
    read === lines && imported === lines,
  );
} finally {
  await stopProduct(product);
  rmSync(folder, { recursive: true, force: true });
}
