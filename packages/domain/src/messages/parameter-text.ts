import type { ParameterKey } from "../regulation/parameters.ts";
import { parameters } from "../regulation/parameters.ts";
import { label } from "./labels.ts";
import type { Labelled } from "./labels.ts";
import { word } from "./locale.ts";
import type { Locale, Wording } from "./locale.ts";

const units: Readonly<Record<string, Wording>> = {
  MINUTES: word("{value} 分钟", "{value} min"),
  SECONDS: word("{value} 秒", "{value} s"),
  WORKING_DAYS: word("{value} 个工作日", "{value} working days"),
  YEARS: word("{value} 年", "{value} years"),
  COUNT: word("{value} 次", "{value} times"),
};
const choices: Partial<Record<ParameterKey, keyof Labelled>> = {
  onsiteCounting: "Counting",
  onlineNextDay: "NextDay",
  complaintCounts: "ComplaintCount",
};

/**
 * The value of a parameter with its unit, such as `30 分钟`, `90%` or the words of a choice.
 * @example
 * ```ts
 * parameterText("onsiteLimitMinutes", 30, "zh-CN"); // → "30 分钟"
 * parameterText("channelThreshold", 0.9, "en"); // → "90%"
 * ```
 */
export function parameterText(key: ParameterKey, value: string | number, locale: Locale): string {
  const unit = parameters.find((one) => one.key === key)?.unit ?? "CHOICE";
  if (unit === "RATIO") return `${Math.round(Number(value) * 1000) / 10}%`;
  const choice = choices[key];
  if (choice) return label(choice, String(value) as never, locale);
  return units[unit]?.[locale].replace("{value}", String(value)) ?? String(value);
}
