import type { AttendanceTraceFacts } from "../attendance/trace.ts";
import { formatClock, formatDuration, formatMinutes } from "./formats.ts";
import { label } from "./labels.ts";
import type { RenderStep } from "./trace-wording.ts";

/** The words of the steps of a day's attendance. */
export const attendanceSteps: {
  readonly [Code in keyof AttendanceTraceFacts]: RenderStep<AttendanceTraceFacts[Code]>;
} = {
  SHIFT_PUNCHES: ({ shift, start, end, punches, doubled }, _at, { zone, zh }) => {
    const hours = `${formatClock(start, zone)}–${formatClock(end, zone)}`;
    const list = punches.map((punch) => formatClock(punch, zone)).join(zh ? "、" : ", ");
    const none = zh ? "没有打卡" : "no punch";
    const twice = zh ? `，重复打卡 ${doubled} 次不计` : `, ${doubled} of them double taps`;
    const detail = (list === "" ? none : list) + (doubled > 0 ? twice : "");
    return zh
      ? { title: `第 ${shift + 1} 班次 ${hours}`, detail: `打卡：${detail}。` }
      : { title: `Shift ${shift + 1}, ${hours}`, detail: `Punches: ${detail}.` };
  },
  EDGE_JUDGED: ({ edge, outcome, byMs, graceMs }, at, { locale, zone, zh }) => {
    const name = zh ? (edge === "IN" ? "上班" : "下班") : edge === "IN" ? "arrival" : "departure";
    const clock = at === null ? (zh ? "无打卡" : "no punch") : formatClock(at, zone);
    const by = byMs > 0 ? ` ${formatDuration(byMs, locale)}` : "";
    const grace = graceMs > 0 ? formatMinutes(graceMs, locale) : null;
    const verdict = label("EdgeOutcome", outcome, locale) + by;
    if (zh)
      return {
        title: `${name} ${clock}`,
        detail: `${verdict}${grace === null ? "" : `（宽限 ${grace}）`}。`,
      };
    const allowed = grace === null ? "" : `, grace ${grace}`;
    return { title: `${clock} ${name}`, detail: `${verdict}${allowed}.` };
  },
  ATTENDANCE_VERDICT: ({ shifts, unexcused, missing }, _at, { zh }) =>
    zh
      ? {
          title: unexcused > 0 ? "存在迟到早退" : missing > 0 ? "缺卡待核实" : "无迟到早退",
          detail: `${shifts} 个班次，迟到早退 ${unexcused} 次，缺卡 ${missing} 次。`,
        }
      : {
          title:
            unexcused > 0
              ? "Late or left early"
              : missing > 0
                ? "A missing punch to be cleared up"
                : "Neither late nor early",
          detail: `Shifts: ${shifts}; late or early: ${unexcused}; punches missing: ${missing}.`,
        },
};
