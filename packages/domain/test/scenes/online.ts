import fc from "fast-check";
import type { CalendarSpec } from "../../src/calendar/calendar-spec.ts";
import { defaultPolicy } from "../../src/regulation/policy.ts";
import type { OnlineAssessment } from "../../src/service-clock/online-assessment.ts";
import type { OnlineFacts } from "../../src/service-clock/online-facts.ts";
import { assessOnline } from "../../src/service-clock/online.ts";
import { Delivery, NextDay } from "../../src/vocabulary.ts";
import { calendarOf, specsFrom } from "./calendars.ts";
import { lengths, places } from "./onsite.ts";

/** Everything that an online clock is judged from. */
export interface OnlineScene {
  readonly zone: string;
  readonly first: string;
  readonly spec: CalendarSpec;
  readonly facts: OnlineFacts;
  readonly asOf: number;
  readonly cutoff: string;
  readonly nextDay: NextDay;
}

/** Scenes in some places. */
export const onlineScenes = (
  where: readonly (readonly [zone: string, first: string])[] = places,
): fc.Arbitrary<OnlineScene> =>
  fc
    .constantFrom(...where)
    .chain(([zone, first]) =>
      fc.record({
        zone: fc.constant(zone),
        first: fc.constant(first),
        spec: specsFrom(first),
        received: lengths(5 * 1440).map((ms) => Date.parse(`${first}T00:00:00Z`) + ms),
        completed: fc.option(lengths(4000)),
        mailed: fc.option(lengths(2000)),
        cancelled: fc.option(lengths(4000)),
        delivery: fc.constantFrom(...Object.values(Delivery)),
        asOf: fc.oneof(
          lengths(8000),
          lengths(200).map((ms) => -ms),
        ),
        cutoff: fc.constantFrom("00:00", "00:30", "12:00", "17:30", "23:59"),
        nextDay: fc.constantFrom(...Object.values(NextDay)),
      }),
    )
    .map(({ received, completed, mailed, cancelled, delivery, asOf, ...rest }) => {
      const completedAt = completed === null ? null : received + completed;
      const mails = delivery === "MAIL" && completedAt !== null && mailed !== null;
      return {
        ...rest,
        asOf: received + asOf,
        facts: {
          receivedAt: received,
          delivery,
          completedAt,
          mailedAt: mails ? completedAt + mailed : null,
          cancelledAt: cancelled === null ? null : received + cancelled,
        },
      };
    });

/** The scene judged, with some of it changed. */
export function judge(
  scene: OnlineScene,
  facts: Partial<OnlineFacts> = {},
  asOf = scene.asOf,
): OnlineAssessment {
  const { zone, cutoff: onlineCutoff, nextDay: onlineNextDay } = scene;
  const parameters = { ...defaultPolicy.parameters, zone, onlineCutoff, onlineNextDay };
  const policy = { ...defaultPolicy, parameters };
  const assessed = assessOnline({ ...scene.facts, ...facts }, policy, calendarOf(scene.spec), asOf);
  if (!assessed.ok) throw new Error(`${assessed.error.path}: ${assessed.error.reason}`);
  return assessed.value;
}
