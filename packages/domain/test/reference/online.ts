import { Temporal } from "temporal-polyfill";
import type { WrittenCalendar } from "./calendar.ts";
import { covers, hoursOf, ordinary } from "./calendar.ts";
import { uncovered } from "./onsite.ts";
import { at, local, midnight, written } from "./zoned.ts";

export interface WrittenOnline {
  readonly receivedAt: string;
  readonly delivery: "MAIL" | "PICKUP";
  readonly asOf: string;
  readonly policy?: {
    readonly cutoff?: string;
    readonly nextDay?: "calendar" | "workday";
    readonly zone?: string;
  };
  readonly calendar?: WrittenCalendar;
  readonly completedAt?: string | null;
  readonly mailedAt?: string | null;
  readonly cancelledAt?: string | null;
}

/** FORMAT.md, "online". */
export function online(given: WrittenOnline): object {
  const { cutoff = "17:30", nextDay = "calendar", zone = "Asia/Shanghai" } = given.policy ?? {};
  const calendar = given.calendar ?? ordinary;
  const received = local(at(given.receivedAt), zone);
  const after = Temporal.PlainTime.compare(received.toPlainTime(), cutoff) >= 0;
  const first = received.toPlainDate().add({ days: after ? 1 : 0 });

  let workday: Temporal.PlainDate | null = null;
  for (let date = first; covers(calendar, date); date = date.add({ days: 1 })) {
    if (hoursOf(calendar, date).length === 0) continue;
    workday = date;
    break;
  }
  const due = nextDay === "workday" ? workday : first;
  const other = nextDay === "workday" ? first : workday;
  if (due === null) return uncovered;

  const dueAt = midnight(due.add({ days: 1 }), zone);
  const milestone = (text: string | null | undefined): string => {
    if (text != null) return at(text) < dueAt ? "MET" : "BREACHED";
    if (given.cancelledAt != null) return at(given.cancelledAt) < dueAt ? "CANCELLED" : "BREACHED";
    return at(given.asOf) < dueAt ? "RUNNING" : "BREACHED";
  };
  const completion = milestone(given.completedAt);
  const mailing = given.delivery === "PICKUP" ? "NOT_APPLICABLE" : milestone(given.mailedAt);
  const order = ["BREACHED", "CANCELLED", "RUNNING"];
  return {
    state: order.find((state) => state === completion || state === mailing) ?? "MET",
    dueDay: due.toString(),
    dueAt: written(dueAt),
    otherDueDay: other === null ? null : other.toString(),
    readingsDiffer: other === null ? null : !other.equals(due),
    completion,
    mailing,
  };
}
