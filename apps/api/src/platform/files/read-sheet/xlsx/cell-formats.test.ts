import { expect, it } from "vitest";

import { isDateFormat } from "./date-formats.ts";
import { numberText } from "./number-text.ts";

it.each([
  "yyyy-mm-dd hh:mm:ss",
  'yyyy"年"m"月"d"日"',
  "[$-804]yyyy/m/d h:mm;@",
  "m/d/yy",
  "上午/下午h:mm",
  "[Red]d.m.",
  "h:mm AM/PM",
  "yyyy\\-mm\\-dd",
])("takes %s for a date", (code) => {
  expect(isDateFormat(code)).toBe(true);
});

it.each([
  "General",
  "Standard",
  "G/通用格式",
  "0.00",
  '0"days"',
  "[h]:mm",
  "[Red]0",
  "@",
  "0.00E+00",
  "#,##0_d",
])("takes %s for no date", (code) => {
  expect(isDateFormat(code)).toBe(false);
});

it.each([
  ["152526198903147743", "152526198903147743"],
  ["1.5252619890314774E+17", "152526198903147740"],
  ["50", "50"],
  ["50.0", "50"],
  ["-3", "-3"],
  ["-0", "0"],
  ["007", "7"],
  ["0.30000000000000004", "0.3"],
  ["1.1000000000000001", "1.1"],
  ["1E2", "100"],
  ["1.5E-3", "0.0015"],
])("shows the number %s as %s", (raw, shown) => {
  expect(numberText(raw)).toBe(shown);
});
