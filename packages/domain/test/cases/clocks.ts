import fc from "fast-check";
import type { CalendarSpec } from "../../src/calendar/calendar-spec.ts";
import type { WrittenCalendar } from "../reference/calendar.ts";
import type { WrittenOnline } from "../reference/online.ts";
import type { WrittenOnsite } from "../reference/onsite.ts";
import { coveragesFrom, specsFrom } from "../scenes/calendars.ts";
import { onlineScenes } from "../scenes/online.ts";
import { onsiteScenes } from "../scenes/onsite.ts";
import { instantText, maybe } from "./text.ts";

/** Zones where a coverage ends at a plain midnight, as every one does in the hall's. */
const plain = new Set(["Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe"]);

const calendarOf = ({ weeks, ...rest }: CalendarSpec): WrittenCalendar =>
  ({ week: weeks[0]?.hours ?? {}, ...rest }) as WrittenCalendar;
const endText = (ms: number | null | undefined) =>
  ms == null ? fc.constantFrom(null, undefined) : instantText(ms);
const present = <T extends object>(fields: T): T => JSON.parse(JSON.stringify(fields)) as T;

/** Sound cases of the on-site clock. */
export const onsiteCases: fc.Arbitrary<WrittenOnsite> = onsiteScenes().chain((scene) => {
  const { facts, zone, first, limitMinutes, counting } = scene;
  const covered = plain.has(zone) ? maybe("coverage", coveragesFrom(first)) : fc.constant({});
  // A week may open for a minute only: a long limit would then be due in centuries.
  const limit = counting === "BUSINESS" ? Math.min(limitMinutes, 60) : limitMinutes;
  const policy = {
    limitMinutes: limit,
    counting: counting === "WALL" ? ("wall" as const) : ("business" as const),
    zone,
  };
  const pause = (index: number) => {
    const one = facts.pauses[index];
    return fc.record({
      from: instantText(one?.from ?? 0),
      to: endText(one?.to),
      reason: fc.constant(one?.reason ?? ""),
      voided: one?.voided === true ? fc.constant(true) : fc.constantFrom(false, undefined),
    });
  };
  return fc
    .record({
      receivedAt: instantText(facts.receivedAt),
      asOf: instantText(scene.asOf),
      completedAt: endText(facts.completedAt),
      cancelledAt: endText(facts.cancelledAt),
      pauses: fc.tuple(...facts.pauses.map((_, index) => pause(index))),
      policy: fc.constant(policy),
      calendar: covered.map((coverage) => ({ ...calendarOf(scene.spec), ...coverage })),
    })
    .map((given) => present(given) as WrittenOnsite);
});

/** Sound cases of the online clock. */
export const onlineCases: fc.Arbitrary<WrittenOnline> = onlineScenes().chain((scene) => {
  const { facts, zone, first, cutoff } = scene;
  const nextDay = scene.nextDay === "CALENDAR" ? ("calendar" as const) : ("workday" as const);
  const calendars = fc
    .tuple(specsFrom(first), maybe("coverage", coveragesFrom(first)))
    .map(([spec, coverage]) => ({ ...calendarOf(spec), ...coverage }));
  return fc
    .record({
      receivedAt: instantText(facts.receivedAt),
      delivery: fc.constant(facts.delivery),
      asOf: instantText(scene.asOf),
      completedAt: endText(facts.completedAt),
      mailedAt: endText(facts.mailedAt),
      cancelledAt: endText(facts.cancelledAt),
      policy: fc.constant({ cutoff, nextDay, zone }),
      calendar: fc.option(calendars).map((calendar) => calendar ?? undefined),
    })
    .map((given) => present(given) as WrittenOnline);
});

/** Cases that leave to the defaults what they can. */
export const plainOnsiteCases: fc.Arbitrary<WrittenOnsite> = onsiteScenes([
  ["Asia/Shanghai", "2024-09-27"],
]).chain(({ facts, asOf, counting }) =>
  fc
    .record({
      receivedAt: instantText(facts.receivedAt),
      asOf: instantText(asOf),
      completedAt: endText(facts.completedAt),
      policy: fc.constantFrom(undefined, counting === "WALL" ? {} : { counting: "business" }),
    })
    .map((given) => present(given) as WrittenOnsite),
);
