import { assessAttendance } from "../attendance/assess.ts";
import type { Waiver } from "../attendance/waiver.ts";
import { readWaiver } from "../attendance/waiver.ts";
import { formatClockTime } from "../calendar/clock-time.ts";
import { formatDay } from "../calendar/local-date.ts";
import { readIntervals } from "../calendar/read-hours.ts";
import { fieldOf, readFields, readList } from "../input/fields.ts";
import { readDay, readInstant, readWhole, readZone } from "../input/scalars.ts";
import { ok } from "../result.ts";
import { caseKind } from "./case-kind.ts";
import { optional } from "./optional.ts";
import { readPolicy } from "./read-policy.ts";
import type { PolicyFields } from "./read-policy.ts";

const waiverFields = new Set(["shift", "edge"]);
const policyFields: PolicyFields = {
  graceMinutes: ["attendanceGraceMinutes", (value, path) => readWhole(value, path, 0, 1440)],
  doubleTapSeconds: [
    "attendanceDoubleTapSeconds",
    (value, path) => readWhole(value, path, 0, 3600),
  ],
  zone: ["zone", readZone],
};

function readKnownWaiver(value: unknown, path: string): Waiver {
  readFields(value, path, waiverFields);
  return readWaiver(value, path);
}

/** One person's day. */
export const runAttendance = caseKind(
  ["date", "shifts", "punches", "policy", "waivers"],
  (fields) => ({
    policy: readPolicy(fields, policyFields),
    facts: {
      date: formatDay(readDay(fieldOf(fields, "date"), "/date")),
      shifts: readIntervals(fieldOf(fields, "shifts"), "/shifts", true).map(
        ([start, end]) => [formatClockTime(start), formatClockTime(end)] as const,
      ),
      punches: readList(fieldOf(fields, "punches"), "/punches", readInstant),
      waivers:
        optional(fields, "waivers", "", (value, path) => readList(value, path, readKnownWaiver)) ??
        [],
    },
  }),
  ({ facts, policy }) => {
    const day = assessAttendance(facts, policy);
    if (!day.ok) return day;
    const { shifts, unexcused, missing } = day.value;
    return ok({ shifts, unexcused, missing });
  },
);
