import { readFileSync } from "node:fs";
import path from "node:path";
import { servesCluster } from "./processes.ts";

export interface RunningServer {
  readonly pid: number;
  /** Missing for the first milliseconds of a start. */
  readonly socketFolder: string | undefined;
  readonly port: number;
}

export type ClusterState =
  | { readonly kind: "running"; readonly server: RunningServer }
  | { readonly kind: "stale"; readonly file: string }
  | { readonly kind: "down" };

/** Who runs on this cluster, as its postmaster.pid says and the process table confirms. */
export function inspectCluster(cluster: string): ClusterState {
  const file = path.join(cluster, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return { kind: "down" };
  }
  const pid = Number(lines[0]);
  // A killed server leaves its file, and its pid may belong to a stranger by now.
  if (!Number.isInteger(pid) || pid <= 0 || !servesCluster(pid, cluster))
    return { kind: "stale", file };
  return {
    kind: "running",
    server: { pid, port: Number(lines[3] ?? 5432), socketFolder: lines[4]?.trim() || undefined },
  };
}
