// Finds and ends the PostgreSQL processes of a data folder, for proofs that kill at random moments.
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

const processes = () =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
export function attempt(work, otherwise) {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
const commandLine = (pid) => attempt(() => readFileSync(`/proc/${pid}/cmdline`, "utf8"), "");
/** The parent's number stands after the name in brackets, which may hold anything, and the state. */
const parentOf = (pid) =>
  attempt(
    () => Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop().split(" ")[1]),
    0,
  );

/** The servers that run on a data folder: one, or something is wrong. What one has just forked still has its name. */
export function postmastersOf(dataDir) {
  const named = processes().filter((pid) =>
    commandLine(pid).includes(`postgres\0-D\0${dataDir}/postgres\0`),
  );
  return named.filter((pid) => !named.includes(parentOf(pid)));
}

/** Everything of this folder: initdb, the server, its backends. */
export function groupOf(dataDir) {
  const cluster = attempt(() => statSync(path.join(dataDir, "postgres")).ino, undefined);
  return processes().filter(
    (pid) =>
      pid !== process.pid &&
      (commandLine(pid).includes(dataDir) ||
        (cluster !== undefined &&
          attempt(() => statSync(`/proc/${pid}/cwd`).ino, undefined) === cluster)),
  );
}

export function kill(pid) {
  attempt(() => process.kill(pid, "SIGKILL"));
}
