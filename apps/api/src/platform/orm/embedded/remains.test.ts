import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { Room } from "./embedded-room.fixture.ts";
import { isAlive, residentsOf } from "./processes.ts";
import { boundServerLog } from "./server-log.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { connectAsSuperuser } from "./server-connection.ts";
import { readSecrets } from "./server-secrets.ts";

const room = new Room();
afterAll(() => room.clear());

describe("what a killed process left", () => {
  it("is cleared when the pid file names a stranger, who is left alone", async () => {
    const dataDir = room.folder();
    const database = await room.open(dataDir);
    const file = path.join(dataDir, "postgres", "postmaster.pid");
    const lines = readFileSync(file, "utf8").split("\n");
    for (const pid of residentsOf(path.join(dataDir, "postgres"))) process.kill(pid, "SIGKILL");
    await database.release();
    const stranger = spawn("sleep", ["60"], { cwd: "/" });
    writeFileSync(file, [stranger.pid, ...lines.slice(1)].join("\n"));
    const next = await room.open(dataDir, "next", true);
    expect(next.adopted).toBe(false);
    expect(next.serverPid).not.toBe(stranger.pid);
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
    await next.release();
    stranger.kill();
  });

  it("is never a pid file under a server that cannot be seen, in another container for instance", async () => {
    const dataDir = room.folder();
    await (await room.open(dataDir)).release();
    const cluster = path.join(dataDir, "postgres");
    const pidFile = path.join(cluster, "postmaster.pid");
    writeFileSync(pidFile, "999999\n");
    const hidden = spawn("flock", ["--no-fork", cluster, "sleep", "60"], { cwd: "/" });
    await sleep(300);
    await expect(room.open(dataDir)).rejects.toMatchObject({ code: "DATA_FOLDER_HELD" });
    expect(existsSync(pidFile)).toBe(true);
    hidden.kill();
    await (await room.open(dataDir)).release();
  });

  it("is an unfinished initialisation, which goes", async () => {
    const dataDir = room.folder();
    mkdirSync(path.join(dataDir, "postgres.init-left", "postgres"), { recursive: true });
    await (await room.open(dataDir)).release();
    expect(readdirSync(dataDir)).not.toContain("postgres.init-left");
  });

  it("is a half set up database, which is completed", async () => {
    const dataDir = room.folder();
    const database = await room.open(dataDir);
    const secrets = await readSecrets(await prepareDataFolder(dataDir));
    const place = { socketFolder: database.ownerUrl.host };
    const superuser = await connectAsSuperuser(place, secrets?.superuser ?? "", "test");
    await superuser.query("drop database signet");
    await superuser.query("drop role signet_app");
    await superuser.end();
    const healed = await room.open(dataDir);
    const client = new Client({ ...healed.applicationUrl });
    await client.connect();
    expect((await client.query("select current_user as name")).rows).toEqual([
      { name: "signet_app" },
    ]);
    await client.end();
    await healed.release();
    await database.release();
  });

  it("is a database whose passwords were lost, which gets new ones and keeps its rows", async () => {
    const dataDir = room.folder();
    const database = await room.open(dataDir);
    const before = new Client({ ...database.ownerUrl });
    await before.connect();
    await before.query("create table kept as select 42 as answer");
    await before.end();
    await database.release();
    rmSync(path.join(dataDir, "postgres.secrets.json"));
    const next = await room.open(dataDir);
    const after = new Client({ ...next.ownerUrl });
    await after.connect();
    expect((await after.query("select answer from kept")).rows).toEqual([{ answer: 42 }]);
    await after.end();
    await next.release();
  });

  it("is not touched when it is no database of this version", async () => {
    const dataDir = room.folder();
    mkdirSync(path.join(dataDir, "postgres"), { recursive: true });
    writeFileSync(path.join(dataDir, "postgres", "letter.txt"), "dear");
    await expect(room.open(dataDir)).rejects.toMatchObject({ code: "START_FAILED" });
    writeFileSync(path.join(dataDir, "postgres", "PG_VERSION"), "17\n");
    await expect(room.open(dataDir)).rejects.toThrow("was made by PostgreSQL 17");
    expect(readdirSync(path.join(dataDir, "postgres"))).toContain("letter.txt");
  });

  it("says with the log's last lines why a server does not start", async () => {
    const dataDir = room.folder();
    await (await room.open(dataDir)).release();
    writeFileSync(path.join(dataDir, "postgres", "postgresql.conf"), "no_such_setting = 1\n");
    await expect(room.open(dataDir)).rejects.toThrow(/did not start[^]*no_such_setting/);
  });

  it("is a log of bounded size", async () => {
    const folder = await prepareDataFolder(room.folder());
    writeFileSync(folder.log, "x".repeat(2000));
    await boundServerLog(folder, 1000);
    expect(readFileSync(folder.log, "utf8")).toBe("");
    expect(readFileSync(`${folder.log}.1`, "utf8")).toHaveLength(2000);
  });
});
