import { expect, it } from "vitest";
import { quarterLabel } from "./quarter-label.ts";

it("names a quarter as the form does", () => {
  expect(quarterLabel("2026Q3", "zh-CN")).toBe("2026年第三季度");
  expect(quarterLabel("2024Q4", "en")).toBe("Q4 2024");
  expect(quarterLabel("2024Q5", "en")).toBe("2024Q5");
});
