import { expect, it } from "vitest";

import { lastQuarters } from "./last-quarters.ts";

it("lists quarters newest first and ends with the regulation's first, a partial one", () => {
  const at = Date.parse("2025-04-01T00:30:00+08:00");
  expect(lastQuarters(at, 8)).toEqual(["2025Q2", "2025Q1", "2024Q4", "2024Q3"]);
  expect(lastQuarters(at - 3_600_000, 2)).toEqual(["2025Q1", "2024Q4"]);
});
