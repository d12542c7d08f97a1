// Fills the disk of the data folder while the product is written to, then makes room again, and looks at
// what was said and what was lost: node scripts/prove/disk-full.mjs [--folder <mounted disk>] [--quick].
// Without a folder it mounts a small file system in memory (a right of root's); where it may not, it says
// so and ends without a verdict.
import { spawnSync } from "node:child_process";
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

import { acceptDocument, cookieFor, materials, send, withKey } from "./client.mjs";
import { trust } from "./documents.mjs";
import { startProduct, stopProduct } from "./product.mjs";
import { report } from "./report.mjs";
import { groupOf, kill } from "./servers.mjs";

const fewCases = trust("{ cases(first: 5) { totalCount } }");

const { values } = parseArgs({
  options: { folder: { type: "string" }, quick: { type: "boolean", default: false } },
});
const megabyte = 2 ** 20;
const size = 420;
const limits = { SIGNET_DISK_LOW_MB: "120", SIGNET_DISK_FULL_MB: "60" };

const own = values.folder ? null : mkdtempSync(join(tmpdir(), "signet-prove-"));
const folder = values.folder ?? own;
if (own) {
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}m`, "tmpfs", own]);
  if (mounted.status !== 0) {
    console.error(`Cannot mount here: ${mounted.stderr}. Give a small disk with --folder.`);
    rmSync(own, { recursive: true });
    process.exit(2);
  }
}
const free = () => {
  const { bavail, bsize } = statfsSync(folder);
  return (bavail * bsize) / megabyte;
};
const dataDir = join(folder, "data");
const filler = join(folder, "filler");
const codes = {};
const untyped = [];
const acknowledged = [];
const seen = {};
let isOver = false;
let exits = 0;
let number = 0;
let lost = 0;
let leastFree = Number.POSITIVE_INFINITY;
let product;
let figures = {};
try {
  product = await startProduct(dataDir, { ...limits, SIGNET_DEMO: "accounts" });
  product.child.on("exit", () => (exits += isOver ? 0 : 1));
  const cookie = await cookieFor(product.address, "nmg");
  const write = async () => {
    while (!isOver) {
      const input = materials(`F${(number += 1)}`);
      const answer = await send(product.address, cookie, acceptDocument, { input }, withKey());
      const kind = answer.untyped ? "untyped" : (answer.code ?? "written");
      codes[kind] = (codes[kind] ?? 0) + 1;
      if (answer.untyped) untyped.push(answer.untyped);
      if (answer.data?.acceptCase.__typename === "CaseActSuccess") acknowledged.push(input.number);
      leastFree = Math.min(leastFree, free());
      await sleep(10);
    }
  };
  const readiness = async () => {
    const response = await fetch(`${product.address}/readyz`);
    return { isReady: response.status === 200, ...(await response.json()) };
  };
  const writers = [write(), write()];
  const file = openSync(filler, "w");
  const block = Buffer.alloc(megabyte);
  const begun = performance.now();
  // Another program's growing file: 4 MB at a time, until nothing more is written by the product.
  while (!codes.INSUFFICIENT_STORAGE && performance.now() - begun < 300_000) {
    if (free() > 40) for (let part = 0; part < 4; part += 1) writeSync(file, block);
    const { isReady, status } = await readiness();
    if (!isReady && !seen.red) Object.assign(seen, { red: status, redAtMb: Math.round(free()) });
    if (!isReady && !codes.INSUFFICIENT_STORAGE) seen.redBeforeRefusal = true;
    await sleep(values.quick ? 50 : 150);
  }
  seen.refusedAtMb = Math.round(free());
  await sleep(3_000);
  seen.full = (await readiness()).status;
  const page = await send(product.address, cookie, fewCases);
  seen.readsGoOn = page.data !== undefined;
  const before = acknowledged.length;
  unlinkSync(filler);
  closeSync(file);
  const freed = performance.now();
  while (acknowledged.length === before && performance.now() - freed < 30_000) await sleep(50);
  seen.backMs = Math.round(performance.now() - freed);
  seen.isReadyAgain = (await readiness()).isReady;
  isOver = true;
  await Promise.all(writers);
  for (const one of acknowledged) {
    const answer = await send(product.address, cookie, acceptDocument, { input: materials(one) });
    // Its number is taken: it is there.
    if (answer.data?.acceptCase.code !== "INVALID_INPUT") lost += 1;
  }
  figures = { diskMb: size, ...seen, ...codes, leastFreeMb: Math.round(leastFree) };
} finally {
  isOver = true;
  if (product) await stopProduct(product);
  for (const pid of groupOf(folder)) kill(pid);
  if (own) {
    spawnSync("umount", [own]);
    rmSync(own, { recursive: true, force: true });
  }
}
for (const line of untyped.slice(0, 5)) console.error(line);
report(
  "disk-full",
  {
    ...figures,
    untyped: untyped.length,
    processExits: exits,
    acknowledged: acknowledged.length,
    lost,
  },
  lost + exits + untyped.length === 0 &&
    seen.redBeforeRefusal === true &&
    seen.readsGoOn === true &&
    seen.isReadyAgain === true,
);
