import { describe, expect, it } from "vitest";
import { ordinaryCalendar } from "../calendar/ordinary-calendar.ts";
import { parseLocalDateTime } from "../calendar/local-date-time.ts";
import { clauses } from "../regulation/clauses.ts";
import { parameters } from "../regulation/parameters.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import { assessOnline } from "../service-clock/online.ts";
import type { OnlineFacts } from "../service-clock/online-facts.ts";
import { assessOnsite } from "../service-clock/onsite.ts";
import type { OnsiteFacts } from "../service-clock/onsite-facts.ts";
import { formatDate, formatDuration } from "./formats.ts";
import { label } from "./labels.ts";
import { renderTraceStep } from "./trace.ts";
import { verdictSentence } from "./verdict.ts";

const zone = "Asia/Shanghai";
const at = (clock: string, day = "2026-07-01"): number =>
  parseLocalDateTime(`${day} ${clock}`, zone) ?? Number.NaN;

const onsite = (facts: OnsiteFacts, asOf = at("18:00:00")) => {
  const assessed = assessOnsite(facts, defaultPolicy, ordinaryCalendar, asOf);
  if (!assessed.ok) throw new Error(assessed.error.path);
  return assessed.value;
};
const online = (facts: OnlineFacts, asOf = at("18:00:00")) => {
  const assessed = assessOnline(facts, defaultPolicy, ordinaryCalendar, asOf);
  if (!assessed.ok) throw new Error(assessed.error.path);
  return assessed.value;
};
const received = { receivedAt: at("8:54:24"), pauses: [] };

describe("the verdict in a sentence", () => {
  it.each([
    [
      onsite({ ...received, completedAt: at("9:35:03") }),
      "超时 10 分 39 秒：自资料接收 8:54:24 至办结 9:35:03，计 40 分 39 秒；时限 30 分钟（五（二））。",
    ],
    [
      onsite({ ...received, completedAt: at("9:24:24.001") }),
      "超时 0.001 秒：自资料接收 8:54:24 至办结 9:24:24.001，计 30 分 0.001 秒；时限 30 分钟（五（二））。",
    ],
    [
      onsite({ ...received, completedAt: at("9:00:00") }),
      "按时办结：自资料接收 8:54:24 至办结 9:00:00，计 5 分 36 秒；时限 30 分钟（五（二））。",
    ],
    [
      onsite(received, at("9:00:00")),
      "办理中，还剩 24 分 24 秒：自资料接收 8:54:24 至 9:00:00（尚未办结），计 5 分 36 秒；时限 30 分钟（五（二））。",
    ],
    [
      onsite({ ...received, cancelledAt: at("8:00:00", "2026-07-02") }),
      "超时 22 小时 35 分 36 秒：自资料接收 2026年7月1日 8:54:24 至撤回 2026年7月2日 8:00:00，计 23 小时 5 分 36 秒；时限 30 分钟（五（二））。",
    ],
    [
      online({ receivedAt: at("17:30:00"), delivery: "PICKUP" }),
      "办理中：2026年7月1日 17:30:00 收到完整申请，应于2026年7月2日 24:00 前办结；尚未办结（五（三））。",
    ],
    [
      online(
        { receivedAt: at("9:00:00"), delivery: "MAIL", completedAt: at("9:30:00") },
        at("9:00:00", "2026-07-03"),
      ),
      "寄出逾期：2026年7月1日 9:00:00 收到完整申请，应于2026年7月1日 24:00 前办结并寄出；2026年7月1日 9:30:00 办结，尚未寄出（五（三））。",
    ],
  ])("%#: says how, from when to when, and after which clause", (assessment, sentence) => {
    expect(verdictSentence(assessment, "zh-CN")).toBe(sentence);
    expect(verdictSentence(assessment, "en")).not.toMatch(/[一-龥]/);
  });
});

describe("the trace", () => {
  const pause = { reason: "PAYMENT_FAILED", voided: false } as const;
  const paused = onsite(
    {
      arrivedAt: at("8:50:00"),
      receivedAt: at("8:54:24"),
      pauses: [
        { ...pause, from: at("9:00:00"), to: at("9:05:00") },
        { ...pause, from: at("8:50:00"), to: at("8:55:00") },
        { ...pause, from: at("8:40:00"), to: at("8:45:00") },
        { ...pause, from: at("9:06:00"), to: at("9:07:00"), voided: true },
        { ...pause, from: at("9:10:00"), to: null },
      ],
    },
    at("9:20:00"),
  );
  it("explains every step from arrival to verdict", () => {
    expect(paused.trace().map((step) => step.code)).toEqual([
      "ARRIVED",
      "MATERIALS_RECEIVED",
      "PAUSE_OUTSIDE",
      "PAUSE_CLIPPED",
      "PAUSE_COUNTED",
      "PAUSE_VOIDED",
      "PAUSE_OPEN",
      "DUE_UNKNOWN",
      "STILL_OPEN",
      "OTHER_COUNTING",
      "ONSITE_VERDICT",
    ]);
    expect(
      online({ receivedAt: at("9:00:00"), delivery: "MAIL" })
        .trace()
        .map((step) => step.code),
    ).toEqual([
      "SUBMISSION_RECEIVED",
      "DUE_DAY",
      "OTHER_DUE_DAY",
      "DAY_ENDS",
      "COMPLETION_JUDGED",
      "MAILING_JUDGED",
      "ONLINE_VERDICT",
    ]);
  });
  it("is plain data, and is worded in both languages", () => {
    const steps = [
      ...paused.trace(),
      ...onsite({ ...received, completedAt: at("9:00:00"), cancelledAt: at("8:55:00") }).trace(),
      ...online({
        receivedAt: at("9:00:00"),
        delivery: "PICKUP",
        cancelledAt: at("9:30:00"),
      }).trace(),
    ];
    expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
    for (const step of steps) {
      const zh = renderTraceStep(step, "zh-CN", zone);
      const en = renderTraceStep(step, "en", zone);
      expect(`${zh.title}${zh.detail}`).toMatch(/[一-龥]/);
      expect(`${en.title}${en.detail}`).not.toMatch(/[一-龥]|undefined|NaN|null/);
    }
  });
});

describe("words and figures", () => {
  it("show durations and days as they are read", () => {
    expect(formatDuration(0, "zh-CN")).toBe("0 秒");
    expect(formatDuration(3_600_000, "zh-CN")).toBe("1 小时");
    expect(formatDuration(-639_000, "en")).toBe("-10 min 39 s");
    expect(formatDate("2026-07-01", "zh-CN")).toBe("2026年7月1日");
    expect(formatDate("2026-07-01", "en")).toBe("1 July 2026");
  });
  it("name every parameter, each with a clause of the regulation", () => {
    const known = new Set(clauses.map((clause) => clause.id));
    for (const { key, clause } of parameters) {
      expect(known.has(clause)).toBe(true);
      expect(label("PolicyParameter", key, "zh-CN")).not.toBe(key);
    }
  });
});
