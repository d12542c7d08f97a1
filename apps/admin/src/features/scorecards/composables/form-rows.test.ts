import { expect, it } from "vitest";

import { breachedOf, channelOf, countsOf, factOf, polarity, tone } from "./form-rows.ts";

it("reads the fact behind the answer, which stands in a column of its own", () => {
  expect(factOf({ text: "是。现场办理365件，超时34件。" })).toBe("现场办理365件，超时34件。");
  expect(factOf({ text: "未考评（本季度未开展抽查）。" })).toBe("本季度未开展抽查");
  expect(factOf({ text: "否。经复核改判：现场核实。" })).toBe("经复核改判：现场核实。");
});

it("never shows a colour without its word", () => {
  for (const favourable of [true, false, null])
    expect(tone({ favourable }) === "").toBe(polarity({ favourable }) === null);
});

it("knows which rows rest on cases, and how many of them were late", () => {
  expect([7, 8, 9, 10].map((row) => channelOf({ row }))).toEqual([null, "ONSITE", "ONLINE", null]);
  expect(breachedOf({ facts: { assessable: 5, breached: 2 } })).toBe(2);
  expect(breachedOf({ facts: null })).toBe(0);
});

it("puts what was counted before what speaks against it", () => {
  const facts = { breached: 34, assessable: 365, counts: "ACCEPTED" };
  expect(countsOf({ facts })).toEqual([
    ["assessable", 365],
    ["breached", 34],
  ]);
});
