import type { ParameterKey } from "../regulation/parameters.ts";
import { word } from "./locale.ts";
import type { Wordings } from "./locale.ts";

/** Labels of the parameters of a policy. */
export const parameterLabels: Wordings<ParameterKey> = {
  zone: word("时区", "Time zone"),
  onsiteLimitMinutes: word("现场办理时限", "On-site limit"),
  onsiteCounting: word("现场计时方式", "How on-site time counts"),
  onlineCutoff: word("在线办理截止钟点", "Online cut-off"),
  onlineNextDay: word("“第二天”的含义", "What the next day is"),
  attendanceGraceMinutes: word("考勤宽限", "Attendance grace"),
  attendanceDoubleTapSeconds: word("重复打卡间隔", "Double tap"),
  staffTolerance: word("缺岗容许比例", "Tolerated share of short intervals"),
  inspectionMinimum: word("着装抽查最少次数", "Fewest dress inspections"),
  channelThreshold: word("在线渠道探测成功率下限", "Least share of channel probes that succeed"),
  complaintCounts: word("计入考评的投诉", "Complaints that count"),
  consultationThreshold: word("咨询探测应答率下限", "Least share of probe calls answered"),
  appealWorkingDays: word("申诉期限", "Days to appeal"),
  retentionYears: word("个人信息保存期限", "Retention of personal data"),
};
