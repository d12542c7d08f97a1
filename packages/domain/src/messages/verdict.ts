import { localDayOf } from "../calendar/local-time.ts";
import { clauseOf } from "../regulation/clauses.ts";
import type { OnlineAssessment } from "../service-clock/online-assessment.ts";
import type { OnsiteAssessment } from "../service-clock/onsite-assessment.ts";
import type { TraceFacts } from "../service-clock/trace.ts";
import {
  formatClock,
  formatDate,
  formatDateTime,
  formatDuration,
  formatMinutes,
} from "./formats.ts";
import type { Locale } from "./locale.ts";

/**
 * The verdict of a clock in one sentence, with the figures it rests on and its clause.
 * @example
 * ```ts
 * const facts: OnsiteFacts = {
 *   receivedAt: Date.parse("2026-07-01T08:54:24+08:00"),
 *   completedAt: Date.parse("2026-07-01T09:35:03+08:00"),
 *   pauses: [],
 * };
 * const judged = assessOnsite(facts, defaultPolicy, ordinaryCalendar, 0);
 * judged.ok && verdictSentence(judged.value, "zh-CN");
 * // → "超时 10 分 39 秒：自资料接收 8:54:24 至办结 9:35:03，计 40 分 39 秒；时限 30 分钟（五（二））。"
 * ```
 */
export function verdictSentence(
  assessment: OnsiteAssessment | OnlineAssessment,
  locale: Locale,
): string {
  if (assessment.channel === "ONSITE") return onsiteVerdict(assessment, locale, assessment.zone);
  const { state, completion, mailing, dueDay, startedAt, facts, zone } = assessment;
  return onlineVerdict({ ...facts, state, completion, mailing, dueDay, startedAt }, locale, zone);
}

/** The sentence of an on-site verdict (五(二)). */
export function onsiteVerdict(
  facts: TraceFacts["ONSITE_VERDICT"],
  locale: Locale,
  zone: string,
): string {
  const { startedAt, endedAt, limitMs } = facts;
  const oneDay = localDayOf(startedAt, zone) === localDayOf(endedAt, zone);
  const at = (instant: number): string =>
    oneDay ? formatClock(instant, zone) : formatDateTime(instant, locale, zone);
  const elapsed = formatDuration(facts.elapsedMs, locale);
  const paused = facts.pausedMs === 0 ? null : formatDuration(facts.pausedMs, locale);
  const limit = formatMinutes(limitMs, locale);
  const business = facts.counting === "BUSINESS";
  if (locale === "zh-CN") {
    const end =
      { COMPLETION: "办结 ", CANCELLATION: "撤回 ", AS_OF: "" }[facts.endedBy] + at(endedAt);
    const open = facts.endedBy === "AS_OF" ? "（尚未办结）" : "";
    const less = paused === null ? "" : `，已扣除暂停 ${paused}`;
    const only = business ? "（只计开放时段）" : "";
    return `${head(facts, locale)}：自资料接收 ${at(startedAt)} 至${endedSpace(facts)}${end}${open}，计 ${elapsed}${only}${less}；时限 ${limit}（${clauseOf("5.2").number}）。`;
  }
  const end = { COMPLETION: "completion", CANCELLATION: "cancellation", AS_OF: "now" }[
    facts.endedBy
  ];
  const less = paused === null ? "" : `, ${paused} of pauses taken off`;
  const only = business ? " of opening hours" : "";
  return `${head(facts, locale)}: from receipt of the materials at ${at(startedAt)} to ${end} at ${at(endedAt)}, ${elapsed}${only}${less}; limit ${limit} (5.2).`;
}

const endedSpace = (facts: TraceFacts["ONSITE_VERDICT"]): string =>
  facts.endedBy === "AS_OF" ? " " : "";

function head({ state, remainingMs }: TraceFacts["ONSITE_VERDICT"], locale: Locale): string {
  const zh = locale === "zh-CN";
  const left = formatDuration(Math.abs(remainingMs), locale);
  switch (state) {
    case "BREACHED":
      return zh ? `超时 ${left}` : `Late by ${left}`;
    case "MET":
      return zh ? "按时办结" : "Completed in time";
    case "CANCELLED":
      return zh ? "已撤回，未超时" : "Cancelled, not late";
    case "PAUSED":
      return zh ? `已暂停，还剩 ${left}` : `Paused, ${left} left`;
    case "RUNNING":
      return zh ? `办理中，还剩 ${left}` : `Running, ${left} left`;
    default:
      return state satisfies never;
  }
}

/** The sentence of an online verdict (五(三)). */
export function onlineVerdict(
  facts: Pick<
    TraceFacts["ONLINE_VERDICT"],
    | "state"
    | "completion"
    | "mailing"
    | "dueDay"
    | "startedAt"
    | "completedAt"
    | "mailedAt"
    | "cancelledAt"
  >,
  locale: Locale,
  zone: string,
): string {
  const zh = locale === "zh-CN";
  const day = formatDate(facts.dueDay, locale);
  const at = (instant: number): string => formatDateTime(instant, locale, zone);
  const mailed = facts.mailing !== "NOT_APPLICABLE";
  const events = [
    ...(facts.completedAt === null
      ? [zh ? "尚未办结" : "not completed"]
      : [zh ? `${at(facts.completedAt)} 办结` : `completed ${at(facts.completedAt)}`]),
    ...(mailed
      ? facts.mailedAt === null
        ? [zh ? "尚未寄出" : "not mailed"]
        : [zh ? `${at(facts.mailedAt)} 寄出` : `mailed ${at(facts.mailedAt)}`]
      : []),
    ...(facts.cancelledAt === null
      ? []
      : [zh ? `${at(facts.cancelledAt)} 撤回` : `cancelled ${at(facts.cancelledAt)}`]),
  ];
  const task = zh
    ? mailed
      ? "办结并寄出"
      : "办结"
    : mailed
      ? "completed and mailed"
      : "completed";
  const opening = onlineHead(facts, task, locale);
  return zh
    ? `${opening}：${at(facts.startedAt)} 收到完整申请，应于${day} 24:00 前${task}；${events.join("，")}（${clauseOf("5.3").number}）。`
    : `${opening}: submission received ${at(facts.startedAt)}, to be ${task} before 24:00 of ${day}; ${events.join(", ")} (5.3).`;
}

function onlineHead(
  facts: Pick<TraceFacts["ONLINE_VERDICT"], "state" | "completion" | "mailing">,
  task: string,
  locale: Locale,
): string {
  const zh = locale === "zh-CN";
  switch (facts.state) {
    case "BREACHED": {
      const completion = facts.completion === "BREACHED";
      const mailing = facts.mailing === "BREACHED";
      if (zh)
        return completion && mailing ? "办结、寄出均逾期" : completion ? "办结逾期" : "寄出逾期";
      return completion && mailing
        ? "Completion and mailing late"
        : completion
          ? "Completion late"
          : "Mailing late";
    }
    case "MET":
      return zh ? `按时${task}` : `In time: ${task}`;
    case "CANCELLED":
      return zh ? "已撤回，未逾期" : "Cancelled, not late";
    case "RUNNING":
    case "PAUSED":
      return zh ? "办理中" : "Running";
    default:
      return facts.state satisfies never;
  }
}
