import { spawn } from "node:child_process";

/** How a program is to be run: the command with its wrapper, and the identity it gets. */
export interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** Nothing of the product's environment reaches the server: no secrets, no PG* variables. */
export const CHILD_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  LC_ALL: process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8",
  TZ: "UTC",
};

/** Runs a program to its end; one that cannot be started is an outcome without a status. */
export function runProgram(invocation: Invocation, input = ""): Promise<Outcome> {
  return new Promise((resolve) => {
    const { command, args, uid, gid } = invocation;
    let output = "";
    const child = spawn(command, [...args], { cwd: "/", env: CHILD_ENVIRONMENT, uid, gid });
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString("utf8")).slice(-8192);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    // A program that ends before it has read its input is told by its status.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.on("error", (error) => resolve({ status: null, output: error.message }));
    child.on("close", (status) => resolve({ status, output: output.trim() }));
  });
}
