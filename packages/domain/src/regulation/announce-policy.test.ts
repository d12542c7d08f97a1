import { describe, expect, it } from "vitest";
import { parameterText } from "../messages/parameter-text.ts";
import { announcePolicy, hasBegun } from "./announce-policy.ts";
import { comparePolicies } from "./compare-policies.ts";
import { defaultPolicy } from "./policy.ts";

const today = "2026-11-25";
const newest = { ...defaultPolicy, validFrom: "2026-06-01" };
const announce = (validFrom: string, values: Record<string, string>) =>
  announcePolicy(
    newest,
    { validFrom, values: Object.entries(values).map(([key, value]) => ({ key, value })) },
    today,
  );

describe("an announced policy", () => {
  it("has the values given and keeps the others", () => {
    const next = announce("2026-12-01", {
      onsiteLimitMinutes: "20",
      channelThreshold: "0.95",
      onlineNextDay: "WORKDAY",
      onlineCutoff: "17:00",
    });
    if (!next.ok) throw new Error(next.error.path);
    expect(comparePolicies(newest.parameters, next.value)).toEqual([
      { key: "onsiteLimitMinutes", before: 30, after: 20 },
      { key: "onlineCutoff", before: "17:30", after: "17:00" },
      { key: "onlineNextDay", before: "CALENDAR", after: "WORKDAY" },
      { key: "channelThreshold", before: 0.9, after: 0.95 },
    ]);
  });

  it.each<[string, string, string, Record<string, string>]>([
    ["NOT_AFTER_TODAY", "/validFrom", today, { onsiteLimitMinutes: "20" }],
    ["NOT_A_DATE", "/validFrom", "2026-02-30", { onsiteLimitMinutes: "20" }],
    ["UNKNOWN_VALUE", "/values/0", "2026-12-01", { nothing: "20" }],
    ["UNKNOWN_VALUE", "/values/0", "2026-12-01", { onlineNextDay: "SOMEDAY" }],
    [
      "NOT_A_WHOLE_NUMBER",
      "/values/1",
      "2026-12-01",
      { onlineCutoff: "17:00", onsiteLimitMinutes: "1e3" },
    ],
    ["NOT_A_WHOLE_NUMBER", "/values/0", "2026-12-01", { onsiteLimitMinutes: "20.5" }],
    ["OUT_OF_RANGE", "/values/0", "2026-12-01", { onsiteLimitMinutes: "0" }],
    ["NOT_A_FRACTION", "/values/0", "2026-12-01", { channelThreshold: "x" }],
    ["OUT_OF_RANGE", "/values/0", "2026-12-01", { channelThreshold: "95" }],
    ["NOT_A_CLOCK_TIME", "/values/0", "2026-12-01", { onlineCutoff: "25:00" }],
    ["ZONE_IS_FIXED", "/values/0", "2026-12-01", { zone: "UTC" }],
    ["NOTHING_CHANGES", "/values", "2026-12-01", { onsiteLimitMinutes: "30" }],
    ["NOTHING_CHANGES", "/values", "2026-12-01", {}],
  ])("is refused with %s at %s", (reason, path, validFrom, values) => {
    expect(announce(validFrom, values)).toMatchObject({ error: { reason, path } });
  });

  it("only goes forward from the newest one, begun or not", () => {
    const coming = { ...newest, validFrom: "2027-01-01" };
    const next = { values: [{ key: "onsiteLimitMinutes", value: "20" }] };
    expect(announcePolicy(coming, { ...next, validFrom: "2027-01-01" }, today)).toMatchObject({
      error: { reason: "NOT_AFTER_NEWEST" },
    });
    expect(announcePolicy(coming, { ...next, validFrom: "2027-01-02" }, today).ok).toBe(true);
  });

  it("has begun on its own day", () => {
    expect(hasBegun({ ...newest, validFrom: "2026-11-26" }, today)).toBe(false);
    expect(hasBegun({ ...newest, validFrom: today }, today)).toBe(true);
  });
});

describe("a value in words", () => {
  it.each([
    ["onsiteLimitMinutes", 30, "30 分钟", "30 min"],
    ["attendanceDoubleTapSeconds", 60, "60 秒", "60 s"],
    ["inspectionMinimum", 3, "3 次", "3 times"],
    ["channelThreshold", 0.905, "90.5%", "90.5%"],
    ["onlineCutoff", "17:30", "17:30", "17:30"],
    ["onlineNextDay", "WORKDAY", "次日（工作日）", "Next working day"],
    ["zone", "Asia/Shanghai", "Asia/Shanghai", "Asia/Shanghai"],
  ] as const)("%s has its unit", (key, value, zh, en) => {
    expect(parameterText(key, value, "zh-CN")).toBe(zh);
    expect(parameterText(key, value, "en")).toBe(en);
  });
});
