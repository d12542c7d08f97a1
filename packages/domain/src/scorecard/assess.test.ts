import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText, answerText } from "../messages/cell-text.ts";
import { assessScorecard } from "./assess.ts";
import type { ScorecardFacts } from "./facts.ts";
import { ANNEX_TITLE, scorecardQuestions } from "./questions.ts";
import { compareRatio } from "./ratio.ts";

const cells = (facts: ScorecardFacts, evidence = {}, locale: "zh-CN" | "en" = "zh-CN") => {
  const card = assessScorecard(facts);
  if (!card.ok) throw new Error(card.error.path);
  return card.value.rows.map((row) => cellText(row, facts, evidence, locale));
};

const good: ScorecardFacts = {
  1: { schedulesPublished: 2, unpublishedOpenDays: 0, overcharges: 0 },
  2: { plannedIntervals: 120, shortIntervals: 0 },
  3: { inspections: 6, failures: 0 },
  4: { channels: 1, probes: 2000, successes: 1999, cases: 41 },
  5: { received: 1, accepted: 0, verified: 0 },
  6: { mandatoryItems: 9, presentItems: 9 },
  7: { judgedShifts: 240, unexcused: 0, missing: 0 },
  8: { assessable: 86, breached: 0 },
  9: { assessable: 41, breached: 0 },
  10: { probes: 6, answered: 6 },
};

describe("the annex", () => {
  it("has its title and ten questions to the character", () => {
    expect([ANNEX_TITLE, ...scorecardQuestions.map((one) => one.text)]).toEqual([
      "CA 数字证书企业考评表",
      "CA 数字证书价格是否公开",
      "CA 数字证书办理人员配置是否齐全",
      "CA 数字证书办理人员是否着正装",
      "CA 数字证书企业是否提供在线办理渠道",
      "CA 数字证书企业是否被投诉",
      "CA 数字证书企业服务标准是否全面",
      "CA 数字证书办理人员是否存在迟到早退情况",
      "CA 数字证书现场办理时间是否存在超时 (30 分钟以内)",
      "CA 数字证书在线办理是否及时办理邮寄 (17:30 前的当天办结, 17:30 后的第二天办结)",
      "CA 数字证书企业是否提供 24 小时咨询服务",
    ]);
  });
  it("finds NO good in rows 5, 7 and 8 only", () => {
    const rows = scorecardQuestions.filter((one) => one.goodAnswer === "NO").map((one) => one.row);
    expect(rows).toEqual([5, 7, 8]);
  });
});

describe("the text of a cell", () => {
  it("is the answer and one line of facts", () => {
    expect(
      cells(good, { longestMs: 27 * 60_000 + 59_999, completionBreached: 0, mailingBreached: 0 }),
    ).toEqual([
      "是。公示收费标准2份，未公示的开放日0天，超标准收费0笔。",
      "是。计划在岗时段120个，缺岗0个。",
      "是。抽查6次，不合格0次。",
      "是。在线渠道1个，在线业务41件，探测2000次，成功1999次。",
      "否。收到投诉1件，受理0件，查实0件。",
      "是。必备项目9项，已承诺9项。",
      "否。考勤240班次，迟到早退0次。",
      "否。现场办理86件，最长27分钟。",
      "是。在线办理41件，均按时。",
      "是。咨询测试6次，应答6次。",
    ]);
  });
  it("says why a row is open", () => {
    const nothing = { assessable: 0, breached: 0 };
    const open = cells({ 3: { inspections: 0, failures: 0 }, 8: nothing, 9: nothing });
    expect([open[2], open[7], open[8], open[9]]).toEqual([
      "未考评（本季度未开展抽查）。",
      "不适用（本季度无现场办理）。",
      "不适用（本季度无在线办理）。",
      "未考评（本季度未开展咨询测试）。",
    ]);
    expect(cells({ 3: { inspections: 2, failures: 0 } })[2]).toBe("未考评（抽查2次，不足3次）。");
    expect(cells({ 7: { judgedShifts: 9, unexcused: 0, missing: 1 } })[6]).toBe(
      "未考评（缺卡1次，尚待核实）。",
    );
  });
  it("tells late completion from late mailing, and shows the seconds of a breach", () => {
    const facts = { 8: { assessable: 3, breached: 1 }, 9: { assessable: 9, breached: 7 } };
    const evidence = { longestMs: 30 * 60_000 + 1000, completionBreached: 2, mailingBreached: 6 };
    expect(cells(facts, evidence).slice(7, 9)).toEqual([
      "是。现场办理3件，超时1件，最长30分1秒。",
      "否。在线办理9件，逾期7件（办结逾期2件、寄出逾期6件）。",
    ]);
    expect(cells(facts, evidence, "en")[7]).toBe(
      "Yes. 3 on-site cases, 1 late, the longest 30 min 1 s.",
    );
  });
  it("can be the answer alone", () => {
    expect(answerText({ row: 8, value: "NOT_APPLICABLE", favourable: null }, "zh-CN")).toBe(
      "不适用",
    );
  });
});

describe("a ratio", () => {
  it("is compared exactly where doubles are not exact", () => {
    expect(compareRatio(1, 10, 0.1)).toBe(0);
    expect(compareRatio(3, 10, 0.3)).toBe(0);
    expect(compareRatio(Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, 1)).toBe(-1);
  });
  it("agrees with whole-number arithmetic", () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.integer({ min: 1, max: 1000 }),
        fc.nat(1000),
        (part, whole, mills) => {
          expect(compareRatio(part, whole, mills / 1000)).toBe(
            Math.sign(part * 1000 - mills * whole) + 0,
          );
        },
      ),
    );
  });
});
