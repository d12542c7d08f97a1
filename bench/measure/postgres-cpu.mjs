// CPU time of a PostgreSQL server and its backends, from Linux's own account in nanoseconds.
import { readdirSync, readFileSync } from "node:fs";

const read = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

const parentOf = (pid) => Number(read(`/proc/${pid}/stat`).split(") ")[1]?.split(" ")[1]);

/** Microseconds by process since each began; none where there is no /proc. */
export function postgresCpu(postmaster) {
  if (process.platform !== "linux") return new Map();
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return new Map(
    pids
      .filter((pid) => Number(pid) === postmaster || parentOf(pid) === postmaster)
      .map((pid) => [pid, Number(read(`/proc/${pid}/schedstat`).split(" ")[0]) / 1000]),
  );
}

/** What the server's processes spent between two readings; one that ended meanwhile is not known. */
export const spentBetween = (before, after) =>
  [...after].reduce((sum, [pid, time]) => sum + time - (before.get(pid) ?? 0), 0);
