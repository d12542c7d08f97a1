import { fieldOf, readFields, readList } from "../input/fields.ts";
import { formatInstant } from "../input/instant-text.ts";
import {
  readBoolean,
  readClockTime,
  readInstant,
  readWhole,
  readWord,
  readZone,
} from "../input/scalars.ts";
import { ok } from "../result.ts";
import { assessOnline } from "../service-clock/online.ts";
import { assessOnsite } from "../service-clock/onsite.ts";
import type { Pause } from "../service-clock/pauses.ts";
import { Counting, Delivery, NextDay, PauseReason } from "../vocabulary.ts";
import { readCalendar } from "./read-calendar.ts";
import { caseKind } from "./case-kind.ts";
import { instantOrNull, lowerWords, optional, sameWords } from "./optional.ts";
import { readPolicy } from "./read-policy.ts";
import type { PolicyFields } from "./read-policy.ts";

const reasons = sameWords(PauseReason);
const deliveries = sameWords(Delivery);
const countings = lowerWords(Counting);
const nextDays = lowerWords(NextDay);
const pauseFields = new Set(["from", "to", "reason", "voided"]);

const onsitePolicy: PolicyFields = {
  limitMinutes: ["onsiteLimitMinutes", (value, path) => readWhole(value, path, 1, 10_080)],
  counting: ["onsiteCounting", (value, path) => readWord(value, path, countings)],
  zone: ["zone", readZone],
};
const onlinePolicy: PolicyFields = {
  cutoff: ["onlineCutoff", readClockTime],
  nextDay: ["onlineNextDay", (value, path) => readWord(value, path, nextDays)],
  zone: ["zone", readZone],
};

function readPause(value: unknown, path: string): Pause {
  const fields = readFields(value, path, pauseFields);
  return {
    from: readInstant(fieldOf(fields, "from"), `${path}/from`),
    to: instantOrNull(fields, "to", path),
    reason: readWord(fieldOf(fields, "reason"), `${path}/reason`, reasons),
    voided: optional(fields, "voided", path, readBoolean) ?? false,
  };
}

const clockFields = ["receivedAt", "asOf", "policy", "calendar", "completedAt", "cancelledAt"];

/** A case of the on-site clock. */
export const runOnsite = caseKind(
  [...clockFields, "pauses"],
  (fields) => ({
    policy: readPolicy(fields, onsitePolicy),
    calendar: readCalendar(fieldOf(fields, "calendar"), "/calendar"),
    asOf: readInstant(fieldOf(fields, "asOf"), "/asOf"),
    facts: {
      receivedAt: readInstant(fieldOf(fields, "receivedAt"), "/receivedAt"),
      completedAt: instantOrNull(fields, "completedAt"),
      cancelledAt: instantOrNull(fields, "cancelledAt"),
      pauses:
        optional(fields, "pauses", "", (value, path) => readList(value, path, readPause)) ?? [],
    },
  }),
  ({ facts, policy, calendar, asOf }) => {
    const clock = assessOnsite(facts, policy, calendar, asOf);
    if (!clock.ok) return clock;
    const { state, elapsedMs, pausedMs, remainingMs, dueAt } = clock.value;
    const due = dueAt === null ? null : formatInstant(dueAt);
    return ok({ state, elapsedMs, pausedMs, remainingMs, dueAt: due });
  },
);

/** A case of the online clock. */
export const runOnline = caseKind(
  [...clockFields, "delivery", "mailedAt"],
  (fields) => ({
    policy: readPolicy(fields, onlinePolicy),
    calendar: readCalendar(fieldOf(fields, "calendar"), "/calendar"),
    asOf: readInstant(fieldOf(fields, "asOf"), "/asOf"),
    facts: {
      receivedAt: readInstant(fieldOf(fields, "receivedAt"), "/receivedAt"),
      delivery: readWord(fieldOf(fields, "delivery"), "/delivery", deliveries),
      completedAt: instantOrNull(fields, "completedAt"),
      mailedAt: instantOrNull(fields, "mailedAt"),
      cancelledAt: instantOrNull(fields, "cancelledAt"),
    },
  }),
  ({ facts, policy, calendar, asOf }) => {
    const clock = assessOnline(facts, policy, calendar, asOf);
    if (!clock.ok) return clock;
    const { state, dueDay, dueAt, otherDueDay, readingsDiffer, completion, mailing } = clock.value;
    const due = formatInstant(dueAt);
    return ok({ state, dueDay, dueAt: due, otherDueDay, readingsDiffer, completion, mailing });
  },
);
