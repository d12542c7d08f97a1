import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { everyHour } from "./every-hour.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("work of every hour", () => {
  it("begins at once and comes again, but not beside itself", async () => {
    const ends: (() => void)[] = [];
    const stop = everyHour(() => new Promise((resolve) => void ends.push(resolve)));
    expect(ends).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await stop();
    await vi.advanceTimersByTimeAsync(7_200_000);
    expect(ends).toHaveLength(2);
  });

  it("is waited for by whoever stops it", async () => {
    let end = (): void => {};
    const stop = everyHour(
      () =>
        new Promise((resolve) => {
          end = resolve;
        }),
    );
    let isStopped = false;
    const stopping = (async () => {
      await stop();
      isStopped = true;
    })();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(isStopped).toBe(false);
    end();
    await stopping;
    expect(isStopped).toBe(true);
  });
});
