import type { MilestoneFacts, TraceFacts } from "../service-clock/trace.ts";
import { formatDate, formatDateTime, formatDuration } from "./formats.ts";
import { label } from "./labels.ts";
import type { RenderStep, StepSetting } from "./trace-wording.ts";
import { onlineVerdict } from "./verdict.ts";

type OnlineCode =
  | "SUBMISSION_RECEIVED"
  | "DUE_DAY"
  | "OTHER_DUE_DAY"
  | "DAY_ENDS"
  | "COMPLETION_JUDGED"
  | "MAILING_JUDGED"
  | "ONLINE_VERDICT";

/** The words of the steps of an online trace. */
export const onlineSteps: { readonly [Code in OnlineCode]: RenderStep<TraceFacts[Code]> } = {
  SUBMISSION_RECEIVED: ({ cutoff, afterCutoff }, at, { locale, zone, zh }) => {
    const clock = at === null ? "" : formatDateTime(at, locale, zone);
    if (zh) {
      const side = afterCutoff ? `${cutoff} 后（${cutoff}:00.000 即为之后）` : `${cutoff} 前`;
      return { title: `${clock} 收到完整申请`, detail: `在 ${side}。` };
    }
    const side = afterCutoff ? `After ${cutoff} (${cutoff}:00.000 is after)` : `Before ${cutoff}`;
    return { title: `${clock} complete submission received`, detail: `${side}.` };
  },
  DUE_DAY: ({ dueDay, nextDay, afterCutoff }, _at, { locale, zh }) => {
    const day = formatDate(dueDay, locale);
    const reading = label("NextDay", nextDay, locale);
    const rule = afterCutoff ? (zh ? "第二天" : "the next day") : zh ? "当天" : "the same day";
    return zh
      ? { title: `应于${day}办结`, detail: `${rule}办结（采用的理解：${reading}）。` }
      : { title: `Due ${day}`, detail: `Done ${rule}; adopted reading: ${reading.toLowerCase()}.` };
  },
  OTHER_DUE_DAY: ({ nextDay, otherDueDay, differs }, _at, { locale, zh }) => {
    const reading = label("NextDay", nextDay, locale);
    const title = zh ? `另一种理解：${reading}` : `The other reading: ${reading.toLowerCase()}`;
    if (otherDueDay === null) {
      return { title, detail: zh ? "日历未覆盖，无法给出。" : "The calendar does not cover it." };
    }
    const day = formatDate(otherDueDay, locale);
    const same =
      differs === true
        ? zh
          ? "两种理解不同"
          : "the readings differ"
        : zh
          ? "两种理解一致"
          : "the same day";
    return { title, detail: zh ? `应于${day}办结；${same}。` : `Due ${day}; ${same}.` };
  },
  DAY_ENDS: ({ dueDay }, _at, { locale, zh }) => {
    const day = formatDate(dueDay, locale);
    return zh
      ? { title: `${day} 24:00 截止`, detail: "当天至 24:00 止，24:00 整即为逾期。" }
      : {
          title: `${day} ends at 24:00`,
          detail: "The day lasts until 24:00; at 24:00 it is late.",
        };
  },
  COMPLETION_JUDGED: (facts, at, setting) =>
    milestone(setting.zh ? "办结" : "completed", facts, at, setting),
  MAILING_JUDGED: (facts, at, setting) =>
    facts.delivery === "PICKUP"
      ? setting.zh
        ? { title: "自取", detail: "无需寄出。" }
        : { title: "Picked up", detail: "Mailing does not apply." }
      : milestone(setting.zh ? "寄出" : "mailed", facts, at, setting),
  ONLINE_VERDICT: (facts, _at, { locale, zone }) => ({
    title:
      facts.state === "BREACHED"
        ? label("MilestoneState", facts.state, locale)
        : label("ClockState", facts.state, locale),
    detail: onlineVerdict(facts, locale, zone),
  }),
};

function milestone(
  act: string,
  { state, lateMs }: MilestoneFacts,
  at: number | null,
  { locale, zone, zh }: StepSetting,
): { title: string; detail: string } {
  const verdict = label("MilestoneState", state, locale);
  const late = lateMs > 0 ? ` ${formatDuration(lateMs, locale)}` : "";
  if (at === null)
    return { title: zh ? `尚未${act}` : `Not ${act}`, detail: `${verdict}${zh ? "。" : "."}` };
  const clock = formatDateTime(at, locale, zone);
  return { title: `${clock} ${act}`, detail: `${verdict}${late}${zh ? "。" : "."}` };
}
