import { afterAll, describe, expect, it } from "vitest";
import { setTimeout as sleep } from "node:timers/promises";
import { Room } from "./embedded-room.fixture.ts";
import { isAlive } from "./processes.ts";

const room = new Room();
afterAll(() => room.clear());

describe("the participants of a data folder", () => {
  it("adopt the server of a starter that was killed", async () => {
    const dataDir = room.folder();
    const starter = room.start(dataDir, "starter", "product");
    const { serverPid } = await starter.answer;
    await starter.kill();
    const heir = await room.open(dataDir, "heir", true);
    expect(heir.adopted).toBe(true);
    expect(heir.serverPid).toBe(serverPid);
    await heir.release();
    expect(isAlive(serverPid ?? 0)).toBe(false);
  });

  it("keep their server when Ctrl-C reaches the starter's process group", async () => {
    const dataDir = room.folder();
    const starter = room.start(dataDir, "starter", "product", { detached: true });
    const { serverPid } = await starter.answer;
    process.kill(-starter.pid, "SIGINT");
    await sleep(300);
    expect(isAlive(serverPid ?? 0)).toBe(true);
    await (await room.open(dataDir)).release();
  });

  it("are told within a second who holds the folder, by name and process", async () => {
    const dataDir = room.folder();
    const first = room.start(dataDir, "signet start port 4000", "product");
    await first.answer;
    const refused = await room.start(dataDir, "second", "product").answer;
    expect(refused).toMatchObject({ event: "refused", code: "DATA_FOLDER_HELD" });
    expect(refused.message).toContain(`"signet start port 4000" (process ${first.pid})`);
    expect(refused.ms).toBeLessThan(1000);
    await first.release();
    const next = await room.open(dataDir, "third", true);
    await next.release();
  });

  it("are told so too while the first one is still making the database", async () => {
    const dataDir = room.folder();
    const both = [room.start(dataDir, "one", "product"), room.start(dataDir, "two", "product")];
    const answers = await Promise.all(both.map((holder) => holder.answer));
    expect(answers.map(({ event }) => event).toSorted()).toEqual(["open", "refused"]);
    const winner = both[answers.findIndex(({ event }) => event === "open")];
    await winner?.release();
  });

  it("keep the server when the product leaves, and the last one stops it", async () => {
    const dataDir = room.folder();
    const product = room.start(dataDir, "product", "product");
    const { serverPid } = await product.answer;
    const guest = await room.open(dataDir, "signet import-cases");
    expect(guest.adopted).toBe(true);
    await product.release();
    expect(isAlive(serverPid ?? 0)).toBe(true);
    const successor = await room.open(dataDir, "successor", true);
    await guest.release();
    expect(isAlive(serverPid ?? 0)).toBe(true);
    await successor.release();
    expect(isAlive(serverPid ?? 0)).toBe(false);
  });

  it("join again, and start again, a server that died under them", async () => {
    const database = await room.open(room.folder(), "product", true);
    const first = database.serverPid;
    process.kill(first, "SIGKILL");
    while (database.serverPid === first) await sleep(20);
    expect(isAlive(database.serverPid)).toBe(true);
    await database.release();
    expect(isAlive(database.serverPid)).toBe(false);
  });

  it("come and go at once without losing the server they need", async () => {
    const dataDir = room.folder();
    await (await room.open(dataDir)).release();
    const visits = Array.from({ length: 6 }, async (_, number) => {
      await sleep(number * 30);
      const visit = await room.open(dataDir, `visit ${number}`);
      expect(isAlive(visit.serverPid)).toBe(true);
      await sleep(40);
      await visit.release();
    });
    await Promise.all(visits);
  });
});
