import fc from "fast-check";
import type { CalendarSpec } from "../../src/calendar/calendar-spec.ts";
import { defaultPolicy } from "../../src/regulation/policy.ts";
import type { OnsiteAssessment } from "../../src/service-clock/onsite-assessment.ts";
import { assessOnsite } from "../../src/service-clock/onsite.ts";
import type { OnsiteFacts } from "../../src/service-clock/onsite-facts.ts";
import type { Pause } from "../../src/service-clock/pauses.ts";
import { Counting, PauseReason } from "../../src/vocabulary.ts";
import { calendarOf, MINUTE, specsFrom } from "./calendars.ts";

/** A zone, and a day near which it changes its clock where it ever does. */
export const places = [
  ["Asia/Shanghai", "2024-09-27"],
  ["Asia/Shanghai", "1986-05-02"],
  ["Europe/Berlin", "2025-03-28"],
  ["Europe/Berlin", "2025-10-24"],
  ["Australia/Lord_Howe", "2025-04-04"],
  ["Pacific/Apia", "2011-12-28"],
  ["America/Sao_Paulo", "2018-11-02"],
] as const;

/** Everything that an on-site clock is judged from. */
export interface OnsiteScene {
  readonly zone: string;
  /** A day near that of receipt. */
  readonly first: string;
  readonly spec: CalendarSpec;
  readonly facts: OnsiteFacts;
  readonly asOf: number;
  readonly limitMinutes: number;
  readonly counting: Counting;
}

/** Milliseconds, often whole minutes. */
export const lengths = (minutes: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.nat(minutes).map((whole) => whole * MINUTE),
    fc.nat(minutes * MINUTE),
  );

/** A pause around a clock's start. */
export const pausesFrom = (receivedAt: number): fc.Arbitrary<Pause> =>
  fc
    .record({
      before: lengths(200),
      after: lengths(1500),
      length: fc.option(lengths(900)),
      reason: fc.constantFrom(...Object.values(PauseReason)),
      voided: fc.boolean(),
    })
    .map(({ before, after, length, reason, voided }) => {
      const from = receivedAt + (after % 5 === 0 ? -before : after);
      return { from, to: length === null ? null : from + length, reason, voided };
    });

/** Scenes in some places; `open` leaves out completion and cancellation. */
export const onsiteScenes = (
  where: readonly (readonly [zone: string, first: string])[] = places,
  open = false,
): fc.Arbitrary<OnsiteScene> =>
  fc.constantFrom(...where).chain(([zone, first]) =>
    lengths(3 * 1440).chain((after) => {
      const receivedAt = Date.parse(`${first}T00:00:00Z`) + after;
      const event = open
        ? fc.constant(null)
        : fc.option(
            lengths(2000).map((ms) => receivedAt + ms),
            { freq: 1 },
          );
      return fc.record({
        zone: fc.constant(zone),
        first: fc.constant(first),
        spec: specsFrom(first),
        facts: fc.record({
          receivedAt: fc.constant(receivedAt),
          completedAt: event,
          cancelledAt: event,
          pauses: fc.array(pausesFrom(receivedAt), { maxLength: 4 }),
        }),
        asOf: fc.oneof(
          lengths(3000).map((ms) => receivedAt + ms),
          lengths(200).map((ms) => receivedAt - ms),
        ),
        limitMinutes: fc.constantFrom(1, 15, 30, 60, 400, 10_080),
        counting: fc.constantFrom(...Object.values(Counting)),
      });
    }),
  );

/** The scene judged, with some of it changed. */
export function judge(
  scene: OnsiteScene,
  facts: Partial<OnsiteFacts> = {},
  asOf = scene.asOf,
): OnsiteAssessment {
  const { zone, limitMinutes: onsiteLimitMinutes, counting: onsiteCounting } = scene;
  const parameters = { ...defaultPolicy.parameters, zone, onsiteLimitMinutes, onsiteCounting };
  const policy = { ...defaultPolicy, parameters };
  const assessed = assessOnsite({ ...scene.facts, ...facts }, policy, calendarOf(scene.spec), asOf);
  if (!assessed.ok) throw new Error(`${assessed.error.path}: ${assessed.error.reason}`);
  return assessed.value;
}

/** Everything that the judgement says, without what it was asked. */
export function said(clock: OnsiteAssessment): object {
  const { state, elapsedMs, pausedMs, remainingMs, dueAt, breachesAt } = clock;
  const other = clock.otherReading();
  return { state, elapsedMs, pausedMs, remainingMs, dueAt, breachesAt, other };
}
