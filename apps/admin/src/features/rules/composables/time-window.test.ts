import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fitWindow, instantAt, instantByKey, placeIn, scaleOf } from "./time-window.ts";

const minute = 60_000;
const hour = 60 * minute;
const offset = 8 * hour;
const nine = Date.parse("2026-07-01T09:00:00+08:00");

describe("the window of a time line", () => {
  it("has every instant inside, with room at both ends", () => {
    const instant = fc.integer({ min: -(2 ** 45), max: 2 ** 45 });
    fc.assert(
      fc.property(fc.array(instant, { minLength: 1 }), (instants) => {
        const { from, to } = fitWindow(null, instants, offset);
        expect(from).toBeLessThan(Math.min(...instants));
        expect(to).toBeGreaterThan(Math.max(...instants));
      }),
    );
  });

  it("stays while its instants move within it, and follows them out of it", () => {
    const before = fitWindow(null, [nine, nine + hour], offset);
    expect(fitWindow(before, [nine, nine + 55 * minute], offset)).toBe(before);
    const after = fitWindow(before, [nine, nine + 3 * hour], offset);
    expect(after.to).toBeGreaterThan(nine + 3 * hour);
    expect(fitWindow(after, [nine, nine + 30 * minute], offset)).not.toBe(after);
  });

  it("begins at a round time of the zone", () => {
    const { from } = fitWindow(null, [nine, nine + hour], offset);
    expect(new Date(from).toISOString()).toMatch(/:[0-5][05]:00\.000Z$/);
  });

  it("marks round times of the zone, never more than there is room for", () => {
    const { from, to } = { from: nine - hour, to: nine + 30 * hour };
    const { at } = scaleOf({ from, to }, 6, offset);
    expect(at.length).toBeLessThanOrEqual(7);
    expect(at.map((one) => ((one + offset) / hour) % 6)).toEqual(at.map(() => 0));
  });
});

describe("an instant on a time line", () => {
  const window = { from: nine, to: nine + hour };

  it("lies where it is, and at the end when it is beyond", () => {
    expect(placeIn(window, nine + 15 * minute)).toBe(25);
    expect(placeIn(window, nine - hour)).toBe(0);
    expect(placeIn(window, nine + 2 * hour)).toBe(100);
  });

  it("is as exact as the pixels it is dragged over", () => {
    expect(instantAt(window, 0.5, 3600, offset)).toBe(nine + 30 * minute);
    expect(instantAt(window, 0.1234, 300, offset) % 30_000).toBe(0);
    expect(instantAt(window, 7, 300, offset)).toBe(window.to);
  });

  it.each([
    ["ArrowRight", false, minute],
    ["ArrowUp", false, minute],
    ["ArrowLeft", false, -minute],
    ["ArrowDown", true, -10 * minute],
    ["ArrowRight", true, 10 * minute],
    ["PageUp", false, 10 * minute],
    ["PageDown", true, -10 * minute],
    ["Home", false, -15 * minute],
    ["End", false, 45 * minute],
  ])("moves by %s (shift %s) so far", (key, isShifted, ms) => {
    const at = nine + 15 * minute + 1;
    const next = instantByKey(at, key, isShifted, window);
    const isEnd = key === "Home" || key === "End";
    expect(next).toBe(at + ms - (isEnd ? 1 : 0));
  });

  it("does not move by other keys", () => {
    expect(instantByKey(nine, "Tab", false, window)).toBeNull();
  });
});
