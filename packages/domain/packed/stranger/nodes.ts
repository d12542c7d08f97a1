import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** The oldest that is promised, and the newest of each line that is looked after. */
const versions = ["20.0.0", "20.20.2", "24.21.0", "26.10.0"];

/** One Node among others. */
export interface SomeNode {
  readonly version: string;
  readonly program: string;
}

/** Fetches the Nodes as npm packages, each into a folder of its own. */
export async function fetchNodes(folder: string): Promise<readonly SomeNode[]> {
  const place = `${process.platform}-${process.arch}`;
  const name = place === "darwin-arm64" ? `node-bin-${place}` : `node-${place}`;
  return await Promise.all(
    versions.map(async (version) => {
      const own = join(folder, version);
      await mkdir(own, { recursive: true });
      await writeFile(join(own, "package.json"), '{ "private": true }');
      const args = ["install", "--no-audit", "--no-fund", "--prefer-offline", `${name}@${version}`];
      await promisify(execFile)("npm", args, { cwd: own });
      return { version, program: join(own, "node_modules", name, "bin/node") };
    }),
  );
}
