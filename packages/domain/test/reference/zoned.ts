import { Temporal } from "temporal-polyfill";

/** Epoch milliseconds of an instant as cases write it. */
export const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

/** An instant as results write it. */
export const written = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: "millisecond" });

/** What the wall shows at an instant. */
export const local = (ms: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);

/** The first instant of a date. */
export const midnight = (date: Temporal.PlainDate, zone: string): number =>
  date.toZonedDateTime(zone).epochMilliseconds;

/** The instant of a clock time: the first of two, a skipped one as far after the change. */
export const clockOn = (date: Temporal.PlainDate, clock: string, zone: string): number =>
  clock === "24:00"
    ? midnight(date.add({ days: 1 }), zone)
    : date.toZonedDateTime({ timeZone: zone, plainTime: clock }).epochMilliseconds;
