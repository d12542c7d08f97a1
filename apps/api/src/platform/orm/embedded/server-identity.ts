import type { Binaries } from "./binaries.ts";
import { unsupported } from "./binaries.ts";
import { runProgram, type Invocation, type Outcome } from "./child-program.ts";
import { currentUid, runsAsRoot, type DataFolder, type Owner } from "./data-folder.ts";
import { EmbeddedDatabaseError } from "./embedded-database-error.ts";

export type IdentityKind = "self" | "namespace" | "plain" | "capability";

/** As whom the server's programs run: PostgreSQL refuses to be root. */
export interface ServerIdentity {
  readonly kind: IdentityKind;
  /** Whom the cluster's files belong to. */
  readonly owner: Owner;
  invoke(program: string, args: readonly string[]): Invocation;
}

/** Answers whether an identity can run the server's programs on the folder; tests give their own. */
export type Probe = (identity: ServerIdentity) => Promise<Outcome>;

const NOBODY = 65_534;

/** The ways in order of preference, given who owns the cluster (or the folder it will be made in). */
function identityCandidates(owner: Owner): ServerIdentity[] {
  if (!runsAsRoot()) return [self({ uid: currentUid(), gid: process.getegid?.() ?? owner.gid })];
  // Somebody's folder stays theirs: the server runs as its owner.
  if (owner.uid !== 0) return [plain(owner), capability(owner)];
  const nobody = { uid: NOBODY, gid: NOBODY };
  return [namespace(owner), plain(nobody), capability(nobody)];
}

/** Who may run initdb for this identity: a user without a name (a bare uid) borrows one. */
export function makersFor(identity: ServerIdentity): ServerIdentity[] {
  if (!runsAsRoot()) return [identity, namespace(identity.owner)];
  const nobody = { uid: NOBODY, gid: NOBODY };
  return [identity, namespace({ uid: 0, gid: 0 }), capability(nobody)];
}

const self = (owner: Owner): ServerIdentity => ({
  kind: "self",
  owner,
  invoke: (command, args) => ({ command, args }),
});

/** In a user namespace the server takes itself for another user, while its files stay root's. */
const namespace = (owner: Owner): ServerIdentity => ({
  kind: "namespace",
  owner,
  invoke: (program, args) => ({
    command: "unshare",
    args: ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, program, ...args],
  }),
});

const plain = (owner: Owner): ServerIdentity => ({
  kind: "plain",
  owner,
  invoke: (command, args) => ({ command, args, uid: owner.uid, gid: owner.gid }),
});

/** The last resort, for folders below one that only root may enter: one capability is kept. */
const capability = (owner: Owner): ServerIdentity => ({
  kind: "capability",
  owner,
  invoke: (program, args) => ({
    command: "setpriv",
    args: [
      `--reuid=${owner.uid}`,
      `--regid=${owner.gid}`,
      "--clear-groups",
      "--inh-caps=+dac_override",
      "--ambient-caps=+dac_override",
      "--",
      program,
      ...args,
    ],
  }),
});

/** Can it enter the data folder and run the program? */
export const probeOn =
  (folder: DataFolder, binaries: Binaries): Probe =>
  (identity) =>
    runProgram(
      identity.invoke("/bin/sh", [
        "-c",
        'test -x "$1" && exec "$2" --version',
        "sh",
        folder.root,
        binaries.postgres,
      ]),
    );

export async function chooseIdentity(owner: Owner, probe: Probe): Promise<ServerIdentity> {
  const refusals: string[] = [];
  for (const identity of identityCandidates(owner)) {
    const { status, output } = await probe(identity);
    if (status === 0) return identity;
    if (identity.kind === "self")
      throw unsupported(`The embedded PostgreSQL does not run here: ${output}.`);
    refusals.push(`${identity.kind}: ${output || "the data folder cannot be entered"}`);
  }
  throw new EmbeddedDatabaseError(
    "ROOT_REFUSED",
    "PostgreSQL does not run as root, and no way to give root up worked " +
      `(${refusals.join("; ")}). Run Signet as an ordinary user, or set DATABASE_URL.`,
  );
}
