import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

import { expect, it } from "vitest";

import { proofs } from "../../../../scripts/prove/proofs.mjs";

// What `npm run prove` counts at full size, a few of each: the built product, killed, raced and cut.
const here = ["product-crash", "races", "cut-connections", "personal-data", "hostile-uploads"];
const folder = join(import.meta.dirname, "../../../../scripts/prove");
const run = promisify(execFile);

const small = proofs.flatMap(([name, , parameters]) =>
  here.includes(name) && parameters !== null ? [{ name, parameters }] : [],
);

it("there is a small version of each", () => {
  expect(small.map(({ name }) => name).toSorted()).toEqual(here.toSorted());
});

it.each(small)("$name $parameters holds", { timeout: 240_000 }, async ({ name, parameters }) => {
  // What it says beside its figures tells what failed.
  const { stdout } = await run(process.execPath, [
    join(folder, `${name}.mjs`),
    ...parameters.split(" "),
  ]).catch((error: Error & { stdout: string; stderr: string }) => {
    throw new Error(`${error.stdout}\n${error.stderr}`);
  });
  const last = stdout.trim().split("\n").at(-1) ?? "";
  expect(JSON.parse(last)).toMatchObject({ proof: name, holds: true });
});
