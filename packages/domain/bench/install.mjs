// Installs the rival at the first run and whenever the lock file changed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");

export function install() {
  const lock = read("pnpm-lock.yaml");
  const stamp = new URL("node_modules/.installed-lock.yaml", import.meta.url);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  const { packageManager } = JSON.parse(read("../../../package.json"));
  console.error("Installing the rival …");
  const args = ["-y", packageManager, "install", "--frozen-lockfile", "--reporter=append-only"];
  const { status } = spawnSync("npx", args, { cwd: here, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error("The rival cannot be installed");
  writeFileSync(stamp, lock);
}
