import { describe, expect, it } from "vitest";
import { assessAttendance } from "../attendance/assess.ts";
import { parseLocalDateTime } from "../calendar/local-date-time.ts";
import { createPolicyVersion } from "../regulation/parameters.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import { assessScorecard } from "../scorecard/assess.ts";
import type { ScorecardFacts } from "../scorecard/facts.ts";
import { scorecardQuestions } from "../scorecard/questions.ts";
import type { AnyStep } from "./trace.ts";
import { renderTraceStep } from "./trace.ts";

const zone = "Asia/Shanghai";
const at = (clock: string): number => parseLocalDateTime(`2026-07-06 ${clock}`, zone) ?? Number.NaN;
const words = (steps: readonly AnyStep[]): string[] =>
  steps.map((step) => {
    const { title, detail } = renderTraceStep(step, "zh-CN", zone);
    return `${title}｜${detail}`;
  });
const expectEnglish = (steps: readonly AnyStep[], but = /^$/): void => {
  expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
  for (const step of steps) {
    const { title, detail } = renderTraceStep(step, "en", zone);
    if (!but.test(step.code)) expect(title).not.toMatch(/[一-龥]/);
    expect(`${title}${detail}`).not.toMatch(/undefined|NaN|null|\{/);
    expect(detail).toMatch(/^[A-Z0-9].*\.$/);
  }
};

describe("a day of attendance", () => {
  it("explains each shift, each edge and the day", () => {
    const policy = createPolicyVersion("p", "2026-01-01", { attendanceGraceMinutes: 3 });
    if (!policy.ok) throw new Error(policy.error.path);
    const day = assessAttendance(
      {
        date: "2026-07-06",
        shifts: [
          ["08:30", "12:00"],
          ["14:30", "17:30"],
        ],
        punches: [at("8:36"), at("8:36:20"), at("12:01"), at("17:20")],
        waivers: [{ shift: 1, edge: "OUT" }],
      },
      policy.value,
    );
    if (!day.ok) throw new Error(day.error.path);
    expect(day.value.policyId).toBe("p");
    expect(words(day.value.trace())).toEqual([
      "第 1 班次 8:30:00–12:00:00｜打卡：8:36:00、8:36:20、12:01:00，重复打卡 1 次不计。",
      "上班 8:36:00｜迟到 6 分（宽限 3 分钟）。",
      "下班 12:01:00｜按时（宽限 3 分钟）。",
      "第 2 班次 14:30:00–17:30:00｜打卡：17:20:00。",
      "上班 无打卡｜缺卡（宽限 3 分钟）。",
      "下班 17:20:00｜已豁免（宽限 3 分钟）。",
      "存在迟到早退｜2 个班次，迟到早退 1 次，缺卡 1 次。",
    ]);
    expectEnglish(day.value.trace());
  });
  it("says so where a punch is missing, and where all is well", () => {
    const verdict = (...punches: number[]): string => {
      const facts = { date: "2026-07-06", shifts: [["08:30", "12:00"]] as const, punches };
      const day = assessAttendance(facts, defaultPolicy);
      if (!day.ok) throw new Error(day.error.path);
      expectEnglish(day.value.trace());
      return words(day.value.trace()).at(-1) ?? "";
    };
    expect(verdict()).toBe("缺卡待核实｜1 个班次，迟到早退 0 次，缺卡 2 次。");
    expect(verdict(at("8:30"), at("12:00"))).toBe(
      "无迟到早退｜1 个班次，迟到早退 0 次，缺卡 0 次。",
    );
  });
});

describe("a row of the annex", () => {
  const facts: ScorecardFacts = {
    1: { schedulesPublished: 1, unpublishedOpenDays: 0, overcharges: 0 },
    2: { plannedIntervals: 10, shortIntervals: 1, tolerance: 0.125 },
    3: { inspections: 1, failures: 0 },
    4: { channels: 1, probes: 10, successes: 9, cases: 4 },
    5: { received: 2, accepted: 0, verified: 0 },
    6: { mandatoryItems: 9, presentItems: 8 },
    7: { judgedShifts: 4, unexcused: 0, missing: 1 },
    8: { assessable: 591, breached: 20 },
    9: { assessable: 0, breached: 0 },
    10: { probes: 4, answered: 4 },
  };
  const explained = (given: ScorecardFacts) => {
    const card = assessScorecard(given);
    if (!card.ok) throw new Error(card.error.path);
    return scorecardQuestions.map(({ row }) => card.value.trace(row));
  };

  it("explains question, evidence, rule and answer, with the polarity in words", () => {
    expect(words(explained(facts)[7] ?? [])).toEqual([
      "第 8 项：CA 数字证书现场办理时间是否存在超时 (30 分钟以内)｜对企业有利的回答：否。",
      "依据｜现场办理591件，超时20件。",
      "判断规则｜有一件超时即为“是”，否则为“否”；没有业务为不适用。",
      "是｜对企业不利。",
    ]);
  });
  it("names the dated value that it compares with, stated in the facts or not", () => {
    const rule = (row: number, given: ScorecardFacts): string =>
      words(explained(given)[row - 1] ?? [])[2] ?? "";
    expect(rule(2, facts)).toContain("不超过 12.5%");
    expect(rule(2, {})).toContain("不超过 0%");
    expect(rule(3, facts)).toContain("不足 3 次");
    expect(rule(4, {})).toContain("不低于 90%");
    expect(rule(5, facts)).toContain("（受理）");
  });
  it("has words in both languages for every row, with facts and without", () => {
    for (const steps of [...explained(facts), ...explained({})]) {
      expect(steps.map((step) => step.code)).toEqual([
        "ROW_QUESTION",
        "ROW_EVIDENCE",
        "ROW_RULE",
        "ROW_ANSWER",
      ]);
      // The questions are the annex's own, in any language.
      expectEnglish(steps, /ROW_QUESTION/);
    }
  });
  it("is answered by the policy where the facts state no bound, and names its version", () => {
    const strict = createPolicyVersion("strict", "2026-01-01", { channelThreshold: 1 });
    if (!strict.ok) throw new Error(strict.error.path);
    const card = assessScorecard(facts, strict.value);
    expect(card).toMatchObject({ value: { policyId: "strict" } });
    expect(card.ok && card.value.rows[3]?.value).toBe("NO");
  });
});
