import { setImmediate } from "node:timers/promises";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../test/create-test-installation.ts";
import { Deadline, DeadlineError, runUnder } from "../deadline/deadline.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation.close());

/** More of them than the pool has connections. */
const often = async (work: () => Promise<void>): Promise<void> => {
  for (let count = 0; count < 20; count += 1) await work();
};
const transaction = (work = "select 1"): Promise<unknown> =>
  installation.orm.em.fork().transactional((tx) => tx.execute(work));
const isServed = () => expect(transaction()).resolves.toEqual([{ "?column?": 1 }]);

describe("connections are in the pool again", () => {
  it("after transactions that could not be begun, as the request was over", async () => {
    const over = new Deadline(60_000, () => {});
    over.end("TIMED_OUT");
    await often(() => expect(runUnder(over, () => transaction())).rejects.toThrow(DeadlineError));
    await isServed();
  });

  it("after transactions that could not be taken back, as the server had ended the connection", async () => {
    await often(() =>
      expect(transaction("select pg_terminate_backend(pg_backend_pid())")).rejects.toThrow(
        "terminating connection",
      ),
    );
    await isServed();
  });

  it("after transactions that were taken back as they should be", async () => {
    await often(() => expect(transaction("select 1 / 0")).rejects.toThrow("division by zero"));
    await isServed();
  });
});

it("an installation closes though somebody is still on the way to a connection", async () => {
  const other = await createTestInstallation();
  const late = Array.from({ length: 10 }, () =>
    other.orm.em.fork().transactional((tx) => tx.execute("select 1")),
  );
  for (const one of late) one.catch(() => {});
  await setImmediate();
  await expect(other.close()).resolves.toBeUndefined();
}, 15_000);
