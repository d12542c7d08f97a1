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

/** Microseconds since the processes began; NaN where there is no /proc. */
export function postgresCpu(postmaster) {
  if (process.platform !== "linux") return Number.NaN;
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids
    .filter((pid) => Number(pid) === postmaster || parentOf(pid) === postmaster)
    .reduce((sum, pid) => sum + Number(read(`/proc/${pid}/schedstat`).split(" ")[0]) / 1000, 0);
}
