import type { RowAssessment } from "../scorecard/row-assessment.ts";
import type { ScorecardFacts } from "../scorecard/facts.ts";
import type { RowNumber } from "../scorecard/questions.ts";
import type { CellEvidence } from "./cell-evidence.ts";
import { word } from "./locale.ts";
import type { Wording } from "./locale.ts";

type Lines = {
  readonly [Row in RowNumber]: (
    facts: NonNullable<ScorecardFacts[Row]>,
    evidence: CellEvidence,
    row: RowAssessment,
  ) => Wording;
};

/** Why a row is open when nothing at all was recorded for it. */
const nothing: Readonly<Record<RowNumber, Wording>> = {
  1: word("本季度无收费公示记录", "no fee schedules recorded this quarter"),
  2: word("本季度无人员配置计划", "no staffing plan this quarter"),
  3: word("本季度未开展抽查", "no inspections this quarter"),
  4: word("本季度无在线渠道记录", "no online channels recorded this quarter"),
  5: word("本季度无投诉登记", "no complaints register this quarter"),
  6: word("本季度未核对服务标准", "service standards not checked this quarter"),
  7: word("本季度无考勤记录", "no attendance recorded this quarter"),
  8: word("本季度无现场办理记录", "no on-site records this quarter"),
  9: word("本季度无在线办理记录", "no online records this quarter"),
  10: word("本季度未开展咨询测试", "no probe calls this quarter"),
};

const lines: Lines = {
  1: ({ schedulesPublished, unpublishedOpenDays, overcharges }) =>
    schedulesPublished === 0
      ? word("本季度未公示收费标准", "No fee schedule published this quarter")
      : word(
          `公示收费标准${schedulesPublished}份，未公示的开放日${unpublishedOpenDays}天，超标准收费${overcharges}笔`,
          `${schedulesPublished} fee schedules published, ${unpublishedOpenDays} open days without one, ${overcharges} overcharges`,
        ),
  2: ({ plannedIntervals, shortIntervals }) =>
    plannedIntervals === 0
      ? nothing[2]
      : word(
          `计划在岗时段${plannedIntervals}个，缺岗${shortIntervals}个`,
          `${plannedIntervals} intervals planned, ${shortIntervals} short of staff`,
        ),
  3: ({ inspections, failures, minimum = 3 }, _evidence, { value }) => {
    if (inspections === 0) return nothing[3];
    return value === "NOT_ASSESSED"
      ? word(
          `抽查${inspections}次，不足${minimum}次`,
          `${inspections} inspections, fewer than ${minimum}`,
        )
      : word(
          `抽查${inspections}次，不合格${failures}次`,
          `${inspections} inspections, ${failures} failed`,
        );
  },
  4: ({ channels, probes, successes, cases }, _evidence, { value }) => {
    if (channels === 0) return word("未提供在线办理渠道", "No online channel provided");
    if (value === "NOT_ASSESSED") {
      return word("本季度无在线业务，也未探测渠道", "neither online cases nor probes this quarter");
    }
    return word(
      `在线渠道${channels}个，在线业务${cases}件${probes > 0 ? `，探测${probes}次，成功${successes}次` : ""}`,
      `${channels} online channels, ${cases} online cases${probes > 0 ? `, ${successes} of ${probes} probes succeeded` : ""}`,
    );
  },
  5: ({ received, accepted, verified }) =>
    received === 0
      ? word("本季度未收到投诉", "No complaints this quarter")
      : word(
          `收到投诉${received}件，受理${accepted}件，查实${verified}件`,
          `${received} complaints received, ${accepted} accepted, ${verified} verified`,
        ),
  6: ({ mandatoryItems, presentItems }) =>
    mandatoryItems === 0
      ? word("未设必备项目清单", "no list of mandatory items")
      : word(
          `必备项目${mandatoryItems}项，已承诺${presentItems}项`,
          `${presentItems} of ${mandatoryItems} mandatory items present`,
        ),
  7: ({ judgedShifts, unexcused, missing }, _evidence, { value }) => {
    if (value !== "NOT_ASSESSED") {
      return word(
        `考勤${judgedShifts}班次，迟到早退${unexcused}次${missing > 0 ? `，缺卡${missing}次` : ""}`,
        `${judgedShifts} shifts judged, late or early ${unexcused} times${missing > 0 ? `, ${missing} punches missing` : ""}`,
      );
    }
    return judgedShifts === 0
      ? nothing[7]
      : word(`缺卡${missing}次，尚待核实`, `${missing} missing punches to be cleared up`);
  },
  8: ({ assessable, breached }, { longestMs }) => {
    if (assessable === 0) return word("本季度无现场办理", "no on-site business this quarter");
    const longest = longestMs === undefined ? null : Math.floor(longestMs / 60_000);
    const seconds = longestMs === undefined ? 0 : Math.floor(longestMs / 1000) % 60;
    // Rounding to minutes must not make a breach of seconds look like exactly the limit.
    const zhRest = breached > 0 && seconds > 0 ? `${seconds}秒` : "";
    const zhLongest = longest === null ? "" : `，最长${longest}分${zhRest === "" ? "钟" : zhRest}`;
    const enRest = breached > 0 && seconds > 0 ? ` ${seconds} s` : "";
    const enLongest = longest === null ? "" : `, the longest ${longest} min${enRest}`;
    return word(
      `现场办理${assessable}件${breached > 0 ? `，超时${breached}件` : ""}${zhLongest}`,
      `${assessable} on-site cases${breached > 0 ? `, ${breached} late` : ""}${enLongest}`,
    );
  },
  9: ({ assessable, breached }, { completionBreached, mailingBreached }) => {
    if (assessable === 0) return word("本季度无在线办理", "no online business this quarter");
    const zh = [
      ...(completionBreached === undefined ? [] : [`办结逾期${completionBreached}件`]),
      ...(mailingBreached === undefined ? [] : [`寄出逾期${mailingBreached}件`]),
    ].join("、");
    const en = [
      ...(completionBreached === undefined ? [] : [`${completionBreached} completed late`]),
      ...(mailingBreached === undefined ? [] : [`${mailingBreached} mailed late`]),
    ].join(", ");
    const shown = breached > 0;
    return word(
      `在线办理${assessable}件，${shown ? `逾期${breached}件` : "均按时"}${shown && zh !== "" ? `（${zh}）` : ""}`,
      `${assessable} online cases, ${shown ? `${breached} late` : "all in time"}${shown && en !== "" ? ` (${en})` : ""}`,
    );
  },
  10: ({ probes, answered }) =>
    probes === 0
      ? nothing[10]
      : word(
          `咨询测试${probes}次，应答${answered}次`,
          `${answered} of ${probes} probe calls answered`,
        ),
};

/** The fact line of a row, or why it is open, without its full stop. */
export function cellFacts(
  row: RowAssessment,
  facts: ScorecardFacts,
  evidence: CellEvidence,
): Wording {
  return lineOf(row.row, facts, evidence, row);
}

function lineOf<Row extends RowNumber>(
  number: Row,
  facts: ScorecardFacts,
  evidence: CellEvidence,
  row: RowAssessment,
): Wording {
  const entry = facts[number];
  if (entry === undefined) return nothing[number];
  return lines[number](entry as NonNullable<ScorecardFacts[Row]>, evidence, row);
}
