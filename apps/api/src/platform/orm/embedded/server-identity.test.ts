import { chmodSync, chownSync, mkdirSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findBinaries } from "./binaries.ts";
import { initialiseCluster } from "./cluster-initialisation.ts";
import { handOver } from "./cluster-ownership.ts";
import { prepareDataFolder, runsAsRoot } from "./data-folder.ts";
import { Room } from "./embedded-room.fixture.ts";
import { startServer } from "./postmaster.ts";
import { withinReach } from "./reachable-binaries.ts";
import { prepareRuntimeFolder, runtimeFolderOf } from "./runtime-folder.ts";
import { chooseIdentity, probeOn, type IdentityKind } from "./server-identity.ts";
import { generateSecrets, writeSecrets } from "./server-secrets.ts";

const room = new Room();
afterAll(() => room.clear());

const binaries = findBinaries();

/** Below a folder that only root may enter, what needs an ordinary user to reach the programs cannot be tried. */
const isReachable = !runsAsRoot() || isOpenToOthers(process.execPath);

function isOpenToOthers(file: string): boolean {
  const folder = path.dirname(realpathSync(file));
  const isOpen = (statSync(folder).mode & 0o001) !== 0;
  return isOpen && (folder === path.dirname(folder) || isOpenToOthers(folder));
}

/** A machine on which these ways are forbidden. */
async function identityWithout(dataDir: string, ...forbidden: IdentityKind[]) {
  const folder = await prepareDataFolder(dataDir);
  const probe = probeOn(folder, binaries);
  const identity = await chooseIdentity(folder.owner, async (candidate) =>
    forbidden.includes(candidate.kind)
      ? { status: 1, output: "Operation not permitted" }
      : probe(candidate),
  );
  return { folder, identity };
}

describe.runIf(runsAsRoot())("started by root, the server", () => {
  it("runs in a namespace below a folder that only root may enter", async () => {
    const dataDir = room.folder("root-only", "data");
    mkdirSync(path.dirname(dataDir), { recursive: true, mode: 0o700 });
    const { identity } = await identityWithout(dataDir);
    expect(identity.kind).toBe("namespace");
    const database = await room.open(dataDir);
    expect(statSync(path.join(dataDir, "postgres")).uid).toBe(0);
    await database.release();
  });

  it.runIf(isReachable)(
    "runs as nobody where namespaces are forbidden and the folder can be reached",
    async () => {
      chmodSync(room.temp, 0o755);
      const dataDir = room.folder();
      mkdirSync(dataDir, { mode: 0o755 });
      const { folder, identity } = await identityWithout(dataDir, "namespace");
      expect(identity.kind).toBe("plain");
      await makeAndStart(folder, identity);
      expect(await ownersAfterUse(dataDir)).toEqual(new Set([65_534]));
    },
  );

  it("keeps one capability where nobody could not enter the folder", async () => {
    const dataDir = room.folder("root-only", "data");
    mkdirSync(path.dirname(dataDir), { recursive: true, mode: 0o700 });
    const { folder, identity } = await identityWithout(dataDir, "namespace");
    expect(identity.kind).toBe("capability");
    await makeAndStart(folder, identity);
    expect(await ownersAfterUse(dataDir)).toEqual(new Set([65_534]));
  });

  it("takes over a cluster that was made in a namespace", async () => {
    const dataDir = room.folder("root-only", "data");
    mkdirSync(path.dirname(dataDir), { recursive: true, mode: 0o700 });
    await (await room.open(dataDir)).release();
    const { folder, identity } = await identityWithout(dataDir, "namespace");
    await handOver(folder, identity.owner);
    await startServer(folder, identity, await withinReach(binaries, identity));
    expect(await ownersAfterUse(dataDir)).toEqual(new Set([65_534]));
  });

  it.runIf(isReachable)(
    "serves somebody's folder as its owner, who can open it without root afterwards",
    async () => {
      chmodSync(room.temp, 0o755);
      const dataDir = room.folder();
      mkdirSync(dataDir, { mode: 0o700 });
      chownSync(dataDir, 1234, 1234);
      const database = await room.open(dataDir);
      expect(statSync(path.join(dataDir, "postgres")).uid).toBe(1234);
      await database.release();
      const user = room.start(dataDir, "user", "product", { uid: 1234, gid: 1234 });
      expect(await user.answer).toMatchObject({ event: "open", adopted: false });
      const root = await room.open(dataDir, "root");
      expect(root.adopted).toBe(true);
      await root.release();
      await user.release();
    },
  );

  it.runIf(isReachable).each([1, 1234])(
    "needs no root: user %i makes and opens a folder of their own",
    async (uid) => {
      chmodSync(room.temp, 0o755);
      const dataDir = room.folder();
      mkdirSync(dataDir, { mode: 0o700 });
      chownSync(dataDir, uid, uid);
      const user = room.start(dataDir, "user", "product", { uid, gid: uid });
      expect(await user.answer).toMatchObject({ event: "open", adopted: false });
      expect(statSync(path.join(dataDir, "postgres")).uid).toBe(uid);
      await user.release();
    },
  );

  it("is refused, with what to do, where no way works", async () => {
    const attempt = identityWithout(room.folder(), "namespace", "plain", "capability");
    await expect(attempt).rejects.toMatchObject({ code: "ROOT_REFUSED" });
    await expect(attempt).rejects.toThrow("DATABASE_URL");
  });

  it.runIf(isReachable)("is refused to an ordinary user whose folder it is not", async () => {
    chmodSync(room.temp, 0o755);
    const dataDir = room.folder();
    await (await room.open(dataDir)).release();
    chmodSync(dataDir, 0o777);
    const user = room.start(dataDir, "user", "guest", { uid: 1234, gid: 1234 });
    expect(await user.answer).toMatchObject({ event: "refused", code: "NOT_WRITABLE" });
  });

  it("refuses a runtime folder that somebody else has prepared", async () => {
    const dataDir = room.folder();
    const { root } = await prepareDataFolder(dataDir);
    const runtime = runtimeFolderOf(root, 0);
    mkdirSync(runtime, { mode: 0o700 });
    chownSync(runtime, 1234, 1234);
    await expect(room.open(dataDir)).rejects.toMatchObject({ code: "RUNTIME_FOLDER_REFUSED" });
  });
});

it("names DATABASE_URL where there are no binaries", () => {
  expect(() => findBinaries("sunos-sparc")).toThrow("DATABASE_URL");
});

it("keeps a socket's path short whatever the temporary folder is", () => {
  const long = path.join("/", "t".repeat(100));
  expect(runtimeFolderOf("/data", 0, long)).toMatch(/^\/tmp\/signet-0-[0-9a-f]{16}$/);
});

it("refuses a runtime folder that others may enter", async () => {
  const folder = room.folder();
  mkdirSync(folder, { mode: 0o755 });
  const owner = { uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 };
  await expect(prepareRuntimeFolder(folder, owner)).rejects.toMatchObject({
    code: "RUNTIME_FOLDER_REFUSED",
  });
});

type Prepared = Awaited<ReturnType<typeof identityWithout>>;

async function makeAndStart(folder: Prepared["folder"], identity: Prepared["identity"]) {
  const secrets = generateSecrets();
  await writeSecrets(folder, secrets);
  const reachable = await withinReach(binaries, identity);
  await initialiseCluster(folder, identity, reachable, secrets.superuser);
  await startServer(folder, identity, reachable);
}

/** Adopted, stopped, and started again by whatever way this machine prefers for that owner. */
async function ownersAfterUse(dataDir: string): Promise<Set<number>> {
  const adopter = await room.open(dataDir);
  expect(adopter.adopted).toBe(true);
  await adopter.release();
  const starter = await room.open(dataDir);
  expect(starter.adopted).toBe(false);
  await starter.release();
  const cluster = path.join(dataDir, "postgres");
  const files = readdirSync(cluster, { recursive: true, encoding: "utf8" });
  return new Set([".", ...files].map((file) => statSync(path.join(cluster, file)).uid));
}
