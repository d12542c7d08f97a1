import { localDayOf } from "../calendar/local-time.ts";
import type { TraceFacts, TracedPause } from "../service-clock/trace.ts";
import { formatClock, formatDateTime, formatDuration, formatMinutes } from "./formats.ts";
import { label } from "./labels.ts";
import type { RenderStep } from "./trace-wording.ts";
import { onsiteVerdict } from "./verdict.ts";

type OnsiteCode =
  | "ARRIVED"
  | "MATERIALS_RECEIVED"
  | "PAUSE_COUNTED"
  | "PAUSE_CLIPPED"
  | "PAUSE_OPEN"
  | "PAUSE_OUTSIDE"
  | "PAUSE_VOIDED"
  | "DUE"
  | "DUE_UNKNOWN"
  | "COMPLETED"
  | "CANCELLED"
  | "STILL_OPEN"
  | "OTHER_COUNTING"
  | "ONSITE_VERDICT";

const pause =
  (zhTitle: string, enTitle: string, zhEffect: string, enEffect: string): RenderStep<TracedPause> =>
  ({ from, to, reason, countedMs }, _at, { locale, zone, zh }) => {
    const why = label("PauseReason", reason, locale);
    const counted = formatDuration(countedMs, locale);
    const start = formatDateTime(from, locale, zone);
    const oneDay = to !== null && localDayOf(from, zone) === localDayOf(to, zone);
    const ended =
      to === null ? null : oneDay ? formatClock(to, zone) : formatDateTime(to, locale, zone);
    const end = ended ?? (zh ? "未结束" : "no end yet");
    return {
      title: zh ? `${zhTitle}：${why}` : `${enTitle}: ${why}`,
      detail: zh
        ? `${start}–${end}，${zhEffect.replace("{counted}", counted)}`
        : `${start}–${end}, ${enEffect.replace("{counted}", counted)}`,
    };
  };

/** The words of the steps of an on-site trace. */
export const onsiteSteps: { readonly [Code in OnsiteCode]: RenderStep<TraceFacts[Code]> } = {
  ARRIVED: ({ waitMs }, at, { locale, zone, zh }) => {
    const clock = at === null ? "" : formatClock(at, zone);
    const wait = formatDuration(waitMs, locale);
    return zh
      ? { title: `${clock} 到达`, detail: `等候 ${wait}，不计入时限（自接受资料起计）。` }
      : {
          title: `${clock} arrived`,
          detail: `Waited ${wait}; the limit counts from receipt of the materials.`,
        };
  },
  MATERIALS_RECEIVED: ({ limitMs, counting }, at, { locale, zone, zh }) => {
    const clock = at === null ? "" : formatDateTime(at, locale, zone);
    const limit = formatMinutes(limitMs, locale);
    const how = label("Counting", counting, locale);
    return zh
      ? { title: `${clock} 接收资料`, detail: `开始计时，时限 ${limit}，${how}。` }
      : {
          title: `${clock} materials received`,
          detail: `The clock starts; limit ${limit}, ${how.toLowerCase()}.`,
        };
  },
  PAUSE_COUNTED: pause("暂停", "Pause", "扣除 {counted}。", "{counted} taken off."),
  PAUSE_CLIPPED: pause(
    "暂停（截取）",
    "Pause, clipped",
    "只有计时期间内的部分有效，扣除 {counted}。",
    "only the part within the clock counts, {counted} taken off.",
  ),
  PAUSE_OPEN: pause(
    "暂停（未结束）",
    "Pause, open",
    "至此已扣除 {counted}。",
    "{counted} taken off so far.",
  ),
  PAUSE_OUTSIDE: pause(
    "暂停（计时期间外）",
    "Pause, outside",
    "不在计时期间内，不扣除。",
    "outside the clock, nothing taken off.",
  ),
  PAUSE_VOIDED: pause(
    "暂停（已作废）",
    "Pause, voided",
    "经复核作废，不扣除。",
    "voided on review, nothing taken off.",
  ),
  DUE: ({ limitMs, pausedMs }, at, { locale, zone, zh }) => {
    const due = at === null ? "" : formatDateTime(at, locale, zone);
    const exact = `${limitMs / 60_000}:00.000`;
    const paused = formatDuration(pausedMs, locale);
    return zh
      ? {
          title: `${due} 到期`,
          detail: `${pausedMs > 0 ? `已计入暂停 ${paused}；` : ""}恰为 ${exact} 仍属按时，超过 1 毫秒即为超时。`,
        }
      : {
          title: `${due} due`,
          detail: `${pausedMs > 0 ? `With ${paused} of pauses. ` : ""}Exactly ${exact} is within; one millisecond more is late.`,
        };
  },
  DUE_UNKNOWN: (_facts, _at, { zh }) =>
    zh
      ? { title: "到期时间待定", detail: "暂停尚未结束，恢复后才能确定到期时间。" }
      : {
          title: "Due instant not known yet",
          detail: "A pause is open; the due instant is known once it ends.",
        },
  COMPLETED: ({ afterCancellation }, at, { locale, zone, zh }) => {
    const clock = at === null ? "" : formatDateTime(at, locale, zone);
    const note = afterCancellation
      ? zh
        ? "先撤回后办结，以办结为准。"
        : "Cancelled before; completion decides."
      : zh
        ? "计时结束。"
        : "The clock ends.";
    return { title: zh ? `${clock} 办结` : `${clock} completed`, detail: note };
  },
  CANCELLED: ({ completed }, at, { locale, zone, zh }) => {
    const clock = at === null ? "" : formatDateTime(at, locale, zone);
    const note = completed
      ? zh
        ? "另有办结，以办结为准。"
        : "There is a completion, which decides."
      : zh
        ? "退回或撤回：计时取消；已经发生的超时不因撤回而消除。"
        : "Returned or withdrawn: the clock is cancelled; a breach that had happened stays.";
    return { title: zh ? `${clock} 撤回` : `${clock} cancelled`, detail: note };
  },
  STILL_OPEN: (_facts, at, { locale, zone, zh }) => {
    const clock = at === null ? "" : formatDateTime(at, locale, zone);
    return zh
      ? { title: `截至 ${clock}`, detail: "尚未办结。" }
      : { title: `As of ${clock}`, detail: "Not completed yet." };
  },
  OTHER_COUNTING: ({ counting, state, elapsedMs, differs }, at, { locale, zone, zh }) => {
    const how = label("Counting", counting, locale);
    const title = zh ? `另一种计时：${how}` : `The other way of counting: ${how.toLowerCase()}`;
    if (state === null || elapsedMs === null) {
      return { title, detail: zh ? "日历未覆盖，无法给出。" : "The calendar does not cover it." };
    }
    const elapsed = formatDuration(elapsedMs, locale);
    const result = label("ClockState", state, locale);
    const due = at === null ? "" : formatDateTime(at, locale, zone);
    const dueNote = at === null ? "" : zh ? `，${due} 到期` : `, due ${due}`;
    const verdict =
      differs === true
        ? zh
          ? "结论不同"
          : "the verdicts differ"
        : zh
          ? "结论相同"
          : "the same verdict";
    return {
      title,
      detail: zh
        ? `计 ${elapsed}${dueNote}，${result}；${verdict}。`
        : `${elapsed}${dueNote}, ${result.toLowerCase()}; ${verdict}.`,
    };
  },
  ONSITE_VERDICT: (facts, _at, { locale, zone }) => ({
    title: label("ClockState", facts.state, locale),
    detail: onsiteVerdict(facts, locale, zone),
  }),
};
