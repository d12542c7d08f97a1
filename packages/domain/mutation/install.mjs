// Installs what makes the mutants, at the first run and whenever the lock file changed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = resolve(fileURLToPath(import.meta.url), "..");
const root = resolve(here, "../../..");

export function install() {
  const lock = readFileSync(join(here, "pnpm-lock.yaml"), "utf8");
  const stamp = join(here, "node_modules", ".installed-lock.yaml");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  console.error("Installing what makes mutants …");
  const args = ["-y", packageManager, "install", "--frozen-lockfile", "--reporter=append-only"];
  const { status } = spawnSync("npx", args, { cwd: here, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error("Stryker cannot be installed");
  writeFileSync(stamp, lock);
}
