import { Client } from "pg";
import { expect, inject, it } from "vitest";

import { frozenWay } from "../../../test/frozen-way.ts";
import { actChannel, ActFeed } from "./act-feed.ts";

it("notices by itself that nothing reaches it any more, and says that something may be missed", async () => {
  const { application, maker } = inject("postgres");
  const road = await frozenWay(application);
  const here = { ...application, ...road.way };
  const feed = new ActFeed(here, { everyMs: 100, withinMs: 1_000 });
  const announcer = new Client({ ...maker, database: application.database });
  await announcer.connect();
  const announce = (sequence: number) =>
    announcer.query("select pg_notify($1, $2)", [actChannel, String(sequence)]);
  try {
    await feed.open();
    const heard: number[] = [];
    feed.listen((sequence) => heard.push(sequence));
    await announce(1);
    await expect.poll(() => heard).toEqual([1]);
    road.freeze();
    await announce(2);
    await new Promise((resolve) => void setTimeout(resolve, 2_000));
    road.thaw();
    // 0 says that something may have been missed; 2 was.
    await expect.poll(() => heard.at(-1), { timeout: 10_000 }).toBe(0);
    expect(heard).not.toContain(2);
    await announce(3);
    await expect.poll(() => heard).toContain(3);
  } finally {
    await feed.close();
    await announcer.end();
    await road.close();
  }
});
