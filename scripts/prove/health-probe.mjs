// Asks whether the product is alive, in a process of its own: whoever makes the load must not measure its
// own pauses.
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const everyMs = 50;

/**
 * Probes until `end` is called, which answers how long each answer took, how many failed, and the most
 * memory that the process held, in megabytes.
 */
export function probeHealth({ address, child }) {
  const prober = fork(fileURLToPath(import.meta.url), [address, String(child.pid)]);
  return {
    end: () =>
      new Promise((resolve, reject) => {
        prober.once("message", resolve);
        prober.once("error", reject);
        prober.send("end");
      }),
  };
}

const residentMb = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

async function probe(address, pid) {
  let isOver = false;
  process.once("message", () => (isOver = true));
  const seen = { times: [], failures: 0, largestMb: 0 };
  while (!isOver) {
    const begun = performance.now();
    const isServed = await fetch(`${address}/livez`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (!isServed) seen.failures += 1;
    seen.times.push(performance.now() - begun);
    seen.largestMb = Math.max(seen.largestMb, residentMb(pid));
    await sleep(everyMs);
  }
  process.send(seen);
}

if (process.send) await probe(...process.argv.slice(2));
