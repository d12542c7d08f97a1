import { ok } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { perform } from "../../../platform/orm/index.ts";
import { type HeardAct, readActs } from "./read-acts.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation.close());

const act = (name: string) =>
  perform(installation.as(), name, null, async ({ describe: say }) => {
    say({ type: "Mark", id: name });
    return ok(null);
  });

/** Reads everything that is there for this reader. */
async function readAll(reader: string): Promise<readonly HeardAct[]> {
  const all: HeardAct[] = [];
  const take = async (_tx: unknown, acts: readonly HeardAct[]): Promise<void> =>
    void all.push(...acts);
  while ((await readActs(installation.orm.em, reader, take)) > 0);
  return all;
}

describe("a reader of the acts", () => {
  it("begins at the end, and then hears of every act once, in order", async () => {
    expect(await readAll("orderly")).toEqual([]);
    await Promise.all(["a", "b", "c", "d"].map((name) => act(`heard.${name}`)));
    const acts = await readAll("orderly");
    expect(acts.map(({ act: name }) => name).toSorted()).toEqual([
      "heard.a",
      "heard.b",
      "heard.c",
      "heard.d",
    ]);
    const numbers = acts.map(({ sequence }) => sequence);
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
    expect(acts[0]?.subject).toEqual({ type: "Mark", id: acts[0]?.act });
    expect(await readAll("orderly")).toEqual([]);
  });

  it("hears again of acts that it did not get done with", async () => {
    await readAll("clumsy");
    await act("heard.again");
    await expect(
      readActs(installation.orm.em, "clumsy", () => Promise.reject(new Error("stumbled"))),
    ).rejects.toThrow("stumbled");
    expect((await readAll("clumsy")).map(({ act: name }) => name)).toEqual(["heard.again"]);
  });

  it("reads in one process at a time: another one finds nothing to do and does not wait", async () => {
    await readAll("shared");
    await act("heard.once");
    let second = -1;
    const first = await readActs(installation.orm.em, "shared", async () => {
      second = await readActs(installation.orm.em, "shared", async () => {});
    });
    expect([first, second]).toEqual([1, 0]);
  });
});
