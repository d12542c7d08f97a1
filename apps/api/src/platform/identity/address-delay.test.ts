import { describe, expect, it } from "vitest";

import { AddressDelay } from "./address-delay.ts";

const start = new Date("2026-11-28T09:00:00+08:00");
const later = (ms: number): Date => new Date(start.getTime() + ms);

function failing(times: number, address = "10.0.0.1"): AddressDelay {
  const delay = new AddressDelay();
  for (let count = 0; count < times; count += 1) delay.recordFailure(address, start);
  return delay;
}

describe("an address that fails to sign in", () => {
  it.each([
    [19, 0],
    [20, 100],
    [21, 200],
    [25, 3_200],
    [26, 5_000],
    [5_000, 5_000],
  ])("%i times waits %i ms", (times, ms) => {
    expect(failing(times).delayOf("10.0.0.1", start)).toBe(ms);
  });

  it("slows no other one down", () => {
    expect(failing(100).delayOf("10.0.0.2", start)).toBe(0);
  });

  it("waits no more a quarter of an hour after its last failure", () => {
    expect(failing(100).delayOf("10.0.0.1", later(899_999))).toBe(5_000);
    expect(failing(100).delayOf("10.0.0.1", later(900_000))).toBe(0);
  });

  it("is forgotten before a newer one where there are very many", () => {
    const delay = failing(20);
    for (let count = 0; count < 10_000; count += 1) delay.recordFailure(`a${count}`, start);
    expect(delay.delayOf("10.0.0.1", start)).toBe(0);
  });

  it("makes so many attempts at once, few of them for one name, and more only when one is over", async () => {
    const delay = new AddressDelay();
    const ends: (() => void)[] = [];
    const attempt = (name: string, address = "10.0.0.1") =>
      delay.attempt(
        { address, name },
        start,
        () => new Promise<string>((end) => ends.push(() => end("done"))),
      );
    const begun = Array.from({ length: 8 }, () => attempt("wang"));
    expect(await attempt("wang")).toBeNull();
    for (let count = 8; count < 24; count += 1) begun.push(attempt(`name ${count}`));
    expect(await attempt("li")).toBeNull();
    begun.push(attempt("wang", "10.0.0.2"));
    await new Promise((resolve) => void setImmediate(resolve));
    ends.forEach((end) => end());
    expect(await Promise.all(begun)).toEqual(Array(25).fill("done"));
    const next = attempt("wang");
    ends.at(-1)?.();
    expect(await next).toBe("done");
  });
});
