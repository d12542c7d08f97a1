import { parseQuarter } from "../calendar/quarter.ts";
import type { QuarterName } from "../calendar/quarter.ts";
import type { Locale } from "./locale.ts";

const ordinals = ["一", "二", "三", "四"];

/**
 * A quarter as the annex's 考评时间 is filled in: `2026年第三季度`; any other text stays as it is.
 * @example
 * ```ts
 * quarterLabel("2026Q3", "zh-CN"); // → "2026年第三季度"
 * quarterLabel("2026Q3", "en"); // → "Q3 2026"
 * ```
 */
export function quarterLabel(name: QuarterName, locale: Locale): string {
  const quarter = parseQuarter(name);
  if (!quarter.ok) return name;
  const { year, number } = quarter.value;
  return locale === "zh-CN" ? `${year}年第${ordinals[number - 1]}季度` : `Q${number} ${year}`;
}
