import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { Client } from "pg";

import { checkout } from "../../src/platform/config/checkout.ts";
import { environmentNames } from "../../src/platform/config/config.ts";

/** How a program ended, and what it said. */
export interface Ended {
  /** The exit status, or the name of the signal that ended it. */
  readonly status: number | NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Product {
  readonly address: string;
  /** What Ctrl-C in a terminal does: every process of the group hears it. */
  interrupt(): Promise<Ended>;
}

const longestStartMs = 120_000;

/** Runs a program as somebody would type it at the root of the checkout, in a group of its own. */
function run(
  command: readonly string[],
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): { child: ChildProcess; ended: Promise<Ended> } {
  const [program = "", ...parameters] = command;
  const own = Object.entries(process.env).filter(([name]) => !environmentNames.includes(name));
  const child = spawn(program, parameters, {
    cwd: checkout,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...Object.fromEntries(own), SIGNET_DATA_DIR: folder, PORT: "0", ...settings },
  });
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.setEncoding("utf8").on("data", (text: string) => {
      said[stream] += text;
      child.emit(`said:${stream}`, said[stream]);
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status, signal) => resolve({ status: status ?? signal, ...said }));
  });
  return { child, ended };
}

/** One command of the product's command line. */
export const signet = (folder: string, ...words: readonly string[]): Promise<Ended> =>
  run(["npm", "run", "-s", "signet", "--", ...words], folder).ended;

/** Starts the product and waits for the address that it prints. */
export async function start(
  folder: string,
  command: readonly string[] = ["npm", "start"],
  settings: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const { child, ended } = run(command, folder, settings);
  const kill = (signal: NodeJS.Signals): void => void process.kill(-(child.pid ?? 0), signal);
  const address = await new Promise<string>((resolve, reject) => {
    const overdue = setTimeout(() => {
      kill("SIGTERM");
      reject(new Error("The product did not say where it is"));
    }, longestStartMs);
    child.on("said:stdout", (text: string) => {
      const [, found] = /^Signet (http:\/\/localhost:\d+) /m.exec(text) ?? [];
      if (!found) return;
      clearTimeout(overdue);
      resolve(found);
    });
    child.once("close", () => clearTimeout(overdue));
    void ended
      .then(({ status, stderr }) => new Error(`The product ended with ${status}: ${stderr}`))
      .then(reject, reject);
  });
  return {
    address,
    interrupt: () => {
      const isOver = child.exitCode !== null || child.signalCode !== null;
      if (!isOver) kill("SIGINT");
      return ended;
    },
  };
}

/** The product without npm in between. */
export const launcher = [process.execPath, join(checkout, "scripts/launch.mjs"), "start"] as const;

/** What the embedded server says of itself: its process, port and socket; null where none runs. */
function serverOf(folder: string): { pid: number; port: number; socket: string } | null {
  const file = join(folder, "postgres", "postmaster.pid");
  if (!existsSync(file)) return null;
  const [pid, , , port, socket = ""] = readFileSync(file, "utf8").split("\n");
  return { pid: Number(pid), port: Number(port), socket };
}

/** The process of a data folder's database server, or null. */
export const serverProcess = (folder: string): number | null => serverOf(folder)?.pid ?? null;

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Asks the database of a product that runs, past the product. */
export async function ask<Row extends object>(folder: string, statement: string): Promise<Row[]> {
  const server = serverOf(folder);
  const secrets = JSON.parse(readFileSync(join(folder, "postgres.secrets.json"), "utf8")) as {
    superuser: string;
  };
  const client = new Client({
    host: server?.socket ?? "",
    port: server?.port ?? 0,
    user: "signet_root",
    password: secrets.superuser,
    database: "signet",
  });
  await client.connect();
  return (await client.query<Row>(statement).finally(() => client.end())).rows;
}
