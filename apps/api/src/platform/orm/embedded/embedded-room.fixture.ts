import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { EmbeddedDatabase } from "./embedded-database.ts";
import { openEmbeddedDatabase } from "./open-embedded-database.ts";
import { isAlive, residentsOf } from "./processes.ts";
import { removeRuntimeFolder, runtimeFolderOf } from "./runtime-folder.ts";

const program = fileURLToPath(new URL("holder-process.mjs", import.meta.url));

export interface Said {
  readonly event: string;
  readonly serverPid?: number;
  readonly adopted?: boolean;
  readonly code?: string;
  readonly message?: string;
  readonly ms?: number;
}

/** Another process that takes part, and can be killed. */
export interface HolderProcess {
  readonly pid: number;
  /** Its answer to the opening: "open" or "refused". */
  readonly answer: Promise<Said>;
  kill(): Promise<void>;
  release(): Promise<void>;
}

/** Data folders of one test file, and everything that was started on them. */
export class Room {
  readonly temp = mkdtempSync(path.join(os.tmpdir(), "signet-test-"));
  readonly #children: ChildProcess[] = [];
  readonly #folders: string[] = [];

  folder(...below: string[]): string {
    const folder = path.join(this.temp, String(this.#folders.length), ...below);
    this.#folders.push(folder);
    return folder;
  }

  open(dataDir: string, name = "test", exclusive = false): Promise<EmbeddedDatabase> {
    return openEmbeddedDatabase(dataDir, { holder: { name, exclusive }, log: () => {} });
  }

  start(
    dataDir: string,
    name: string,
    kind: "product" | "guest",
    options: { uid?: number; gid?: number; detached?: boolean } = {},
  ): HolderProcess {
    const child = spawn(process.execPath, [program, dataDir, name, kind], {
      stdio: ["pipe", "pipe", "inherit"],
      cwd: "/",
      ...options,
    });
    this.#children.push(child);
    const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
    const answer = new Promise<Said>((resolve, reject) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const said = JSON.parse(line) as Said;
        if (said.event === "open" || said.event === "refused") resolve(said);
      });
      child.once("close", () => reject(new Error("ended without an answer")));
    });
    answer.catch(() => {});
    return {
      pid: child.pid ?? -1,
      answer,
      kill: () => {
        child.kill("SIGKILL");
        return closed;
      },
      release: () => {
        child.stdin.write("release\n");
        return closed;
      },
    };
  }

  /** Ends whatever a failed test left, so that no server outlives the run. */
  clear(): void {
    for (const child of this.#children) child.kill("SIGKILL");
    for (const folder of this.#folders) {
      for (const pid of residentsOf(path.join(folder, "postgres")))
        if (isAlive(pid)) process.kill(pid, "SIGKILL");
      for (const uid of [0, 1, 1234, 65_534, process.geteuid?.() ?? 0]) {
        const runtime = runtimeFolderOf(folder, uid);
        for (const name of list(runtime)) rmSync(path.join(runtime, name), { force: true });
        void removeRuntimeFolder(runtime);
      }
    }
    rmSync(this.temp, { recursive: true, force: true });
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
