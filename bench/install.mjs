// Installs what the harness and the rivals need, at the first run and whenever the lock file changed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { here, root } from "./places.mjs";

export function install() {
  const lock = readFileSync(join(here, "pnpm-lock.yaml"), "utf8");
  const stamp = join(here, "node_modules", ".installed-lock.yaml");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  console.error("Installing the rivals …");
  const args = ["-y", packageManager, "install", "--frozen-lockfile", "--reporter=append-only"];
  const { status } = spawnSync("npx", args, { cwd: here, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error("The rivals cannot be installed");
  writeFileSync(stamp, lock);
}
