import type { AppealTraceFacts } from "../scorecard/appeal-window.ts";
import { formatDate, formatDateTime } from "./formats.ts";
import type { RenderStep } from "./trace-wording.ts";

/** The words of the steps of an appeal window. */
export const appealSteps: {
  readonly [Code in keyof AppealTraceFacts]: RenderStep<AppealTraceFacts[Code]>;
} = {
  SCORECARD_SENT: (_facts, at, { locale, zone, zh }) => {
    const clock = at === null ? "" : formatDateTime(at, locale, zone);
    return zh
      ? { title: `${clock} 送交企业`, detail: "送交当日不计入申诉期限。" }
      : { title: `${clock} sent to the vendor`, detail: "The day of sending does not count." };
  },
  APPEAL_DAYS: ({ workingDays, days }, _at, { locale, zh }) => {
    const list = days.map((day) => formatDate(day, locale)).join(zh ? "、" : ", ");
    return zh
      ? { title: `申诉期限 ${workingDays} 个工作日`, detail: `${list}。` }
      : { title: `${workingDays} working days to appeal`, detail: `${list}.` };
  },
  APPEAL_CLOSES: ({ lastDay }, _at, { locale, zh }) => {
    const day = formatDate(lastDay, locale);
    return zh
      ? { title: `${day} 24:00 截止`, detail: "24:00 整起不再受理申诉。" }
      : { title: `Closes at 24:00 of ${day}`, detail: "From 24:00 on an appeal is too late." };
  },
};
