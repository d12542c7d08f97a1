import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { delimiter, dirname, join } from "node:path";

/** What a program said and how it ended. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** An empty project of somebody who knows nothing of this repository. */
export interface Project {
  readonly folder: string;
  /** The installed package. */
  readonly installed: string;
  /** Runs a program in the project, with a Node of one's choice first on the path. */
  run(program: string, args: readonly string[], more?: Run): Promise<Ended>;
}

/** How a program is run. */
export interface Run {
  readonly node?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Makes the project and installs the tarball, which needs nothing else: so no network either. */
export async function emptyProject(folder: string, tarball: string): Promise<Project> {
  await mkdir(folder, { recursive: true });
  const manifest = { name: "stranger", version: "1.0.0", private: true, type: "module" };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  const project: Project = {
    folder,
    installed: join(folder, "node_modules/@signet/domain"),
    run: async (program, args, { node = process.execPath, input = "", env = {} } = {}) =>
      await end(program, args, folder, { ...bare(node), ...env }, input),
  };
  const quiet = ["--offline", "--no-audit", "--no-fund"];
  const { status, err } = await project.run("npm", ["install", ...quiet, tarball]);
  if (status !== 0) throw new Error(`npm could not install the tarball: ${err}`);
  return project;
}

/** Nothing of the workspace: neither its tools nor the settings that package managers hand down. */
const bare = (node: string): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|pnpm_|NODE_|VITEST)/i.test(name),
  );
  const path = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules"));
  return { ...Object.fromEntries(own), PATH: [dirname(node), ...path].join(delimiter) };
};

async function end(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  input: string,
): Promise<Ended> {
  const child = spawn(program, args, { cwd, env, stdio: "pipe" });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { status, ...said };
}

/** The README's first program and what it says that it prints, as the tarball has them. */
export async function firstVerdict(
  project: Project,
): Promise<{ readonly program: string; readonly script: string; readonly prints: string }> {
  const readme = await readFile(join(project.installed, "README.md"), "utf8");
  const block = (language: string): string =>
    new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? "";
  const program = block("ts");
  return { program, script: stripTypeScriptTypes(program), prints: block("text") };
}
