import path from "node:path";
import { runProgram, type Invocation } from "./child-program.ts";
import type { ServerIdentity } from "./server-identity.ts";

export const CONFLICT = 99;

/**
 * The server holds a lock (flock) on its cluster's folder for its life: the descriptor is inherited
 * by its backends and dropped by the kernel with the last of them. So a server that cannot be seen
 * from here, in another container on the same volume, is noticed before its pid file is touched.
 */
export type Guard = "free" | "held" | "unavailable";

export async function probeGuard(cluster: string): Promise<Guard> {
  const { status } = await runProgram({
    command: "flock",
    args: [...lockArguments(cluster), "true"],
  });
  if (status === 0) return "free";
  return status === CONFLICT ? "held" : "unavailable";
}

/** Runs a server program under the guard, where this machine has one. */
export const invokeGuarded = (
  identity: ServerIdentity,
  guard: Guard,
  cluster: string,
  program: string,
  args: readonly string[],
): Invocation =>
  guard === "unavailable"
    ? identity.invoke(program, args)
    : identity.invoke("flock", [...lockArguments(cluster), program, ...args]);

const lockArguments = (cluster: string): string[] => [
  "--nonblock",
  "--no-fork",
  `--conflict-exit-code=${CONFLICT}`,
  // With the closing slash it is a folder or an error; flock makes a file of a missing path.
  path.join(cluster, "/"),
];
