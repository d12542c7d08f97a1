import { execFileSync } from "node:child_process";
import { lstatSync, readFileSync, readdirSync, readlinkSync, statSync } from "node:fs";

/** Is there such a process? A dead one that nobody has reaped does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return process.platform !== "linux" || !isZombie(pid);
}

/** By its program's name: a shell or an editor in a database's folder is nobody's business here. */
export const isServerProgram = (pid: number): boolean =>
  process.platform === "linux"
    ? ["postgres", "initdb"].includes(read(`/proc/${pid}/comm`).trim())
    : /^\S*\/(?:postgres|initdb) /.test(commandLine(pid));

/**
 * Is this process a postgres of that cluster? A pid alone proves nothing, as pids are used again:
 * its working folder must be the cluster itself (by device and inode, whatever its name).
 */
export function servesCluster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return commandLine(pid).includes(`-D ${cluster} `);
  if (read(`/proc/${pid}/comm`).trim() !== "postgres") return false;
  try {
    const [there, here] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)];
    return there.dev === here.dev && there.ino === here.ino;
  } catch {
    // Root without CAP_SYS_PTRACE (a container) may not look; the command line is open to all.
    return (
      commandLine(pid).includes(`-D ${cluster} `) || looksLikeItsBackend(pid, ownerOf(cluster))
    );
  }
}

/**
 * The server, one that is about to enter its cluster, and whatever a killed one left behind (its
 * backends outlive it for a moment).
 */
export function residentsOf(cluster: string): number[] {
  const owner = ownerOf(cluster);
  return processIds().filter(
    (pid) =>
      servesCluster(pid, cluster) ||
      (commandLine(pid).includes(`-D ${cluster} `) && ownerOf(`/proc/${pid}`) === owner),
  );
}

/** Who is at work in this folder, an initdb whose maker died for instance? */
export function workersIn(folder: string): number[] {
  return processIds().filter(
    (pid) =>
      pid !== process.pid &&
      (commandLine(pid).includes(folder) || workingFolder(pid).startsWith(folder)),
  );
}

function workingFolder(pid: number): string {
  try {
    return process.platform === "linux" ? readlinkSync(`/proc/${pid}/cwd`) : "";
  } catch {
    return "";
  }
}

/** Backends and the server's other children show what they do; the server shows its command line. */
export const isBackend = (pid: number): boolean => commandLine(pid).startsWith("postgres: ");

/** A child whose folder cannot be seen counts as the cluster's when it runs as its owner. */
function looksLikeItsBackend(pid: number, owner: number): boolean {
  return ownerOf(`/proc/${pid}`) === owner && isBackend(pid);
}

function processIds(): number[] {
  const names =
    process.platform === "linux"
      ? readdirSync("/proc")
      : execFileSync("ps", ["-axo", "pid="], { encoding: "utf8" }).split("\n");
  return names.map(Number).filter((pid) => Number.isInteger(pid) && pid > 0);
}

function commandLine(pid: number): string {
  if (process.platform === "linux") return read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
  try {
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

const isZombie = (pid: number): boolean => /\) [ZX] /.test(read(`/proc/${pid}/stat`));

function ownerOf(path: string): number {
  try {
    return lstatSync(path).uid;
  } catch {
    return -1;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
