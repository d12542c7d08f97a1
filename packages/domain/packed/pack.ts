import { execFile } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
/** The package in its workspace. */
export const packageFolder = join(import.meta.dirname, "..");
const root = join(packageFolder, "../..");

/** The time of the newest file below a folder that counts. */
async function newestIn(folder: string, counts: (name: string) => boolean): Promise<number> {
  const names = (await readdir(folder, { recursive: true })).filter(counts);
  const times = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name))).mtimeMs),
  );
  return Math.max(0, ...times);
}

/** Whoever runs all tests has built already; whoever runs a single one may have changed the sources since. */
async function buildWhereOld(): Promise<void> {
  const source = await newestIn(
    join(packageFolder, "src"),
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  const built = await stat(join(packageFolder, "dist/index.d.ts")).catch(() => null);
  if (built === null || built.mtimeMs < source)
    await run("tsdown", ["--log-level", "error"], { cwd: packageFolder, env: withTools() });
}

/** The workspace's own tools and its pinned Node before those of the machine. */
function withTools(): NodeJS.ProcessEnv {
  const tools = [join(process.execPath, ".."), join(root, "node_modules/.bin")];
  return { ...process.env, PATH: [...tools, process.env.PATH].join(":") };
}

/**
 * Packs the package as it would be published; answers the tarball's path. Only pnpm puts
 * `publishConfig.exports` in place of what the workspace resolves by.
 */
export async function pack(destination: string): Promise<string> {
  await buildWhereOld();
  const { packageManager } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    packageManager: string;
  };
  const args = [
    "--config.ignore-scripts=true",
    "pack",
    "--json",
    "--pack-destination",
    destination,
  ];
  const { stdout } = await run("npx", ["-y", packageManager, ...args], {
    cwd: packageFolder,
    env: withTools(),
  });
  const { filename } = JSON.parse(stdout) as { filename: string };
  return join(destination, filename.split("/").at(-1) ?? "");
}
