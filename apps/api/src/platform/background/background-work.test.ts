import { expect, it } from "vitest";

import { BackgroundWork } from "./background-work.ts";

const failures: [string, unknown][] = [];
const open = (atOnce = 2) =>
  new BackgroundWork({ atOnce, onFailure: (...failure) => void failures.push(failure) });

it("does one thing of a key at a time, and the next when there is room", async () => {
  const background = open(1);
  const order: string[] = [];
  const first = Promise.withResolvers<void>();
  const last = Promise.withResolvers<void>();
  expect(background.start("a", () => first.promise.then(() => order.push("a")))).toBe(true);
  expect(background.start("a", async () => order.push("a again"))).toBe(false);
  expect(
    background.start("b", async () => {
      order.push("b");
      last.resolve();
    }),
  ).toBe(true);
  expect(background.holds("b")).toBe(true);
  first.resolve();
  await last.promise;
  expect(order).toEqual(["a", "b"]);
  await background.close();
});

it("tells of work that failed and goes on with the next", async () => {
  const background = open(1);
  const next = Promise.withResolvers<void>();
  const error = new Error("broken");
  background.start("broken", () => Promise.reject(error));
  background.start("whole", async () => next.resolve());
  await next.promise;
  expect(failures).toEqual([["broken", error]]);
  await background.close();
  expect(background.holds("broken")).toBe(false);
});

it("tells its work to stop, waits for it, and begins nothing more", async () => {
  const background = open(1);
  let stopped = false;
  background.start("long", async (signal) => {
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    stopped = true;
  });
  background.start("waiting", () => Promise.reject(new Error("never begun")));
  await background.close();
  expect(stopped).toBe(true);
  expect(background.start("late", async () => {})).toBe(false);
  expect(failures.map(([key]) => key)).not.toContain("waiting");
});
