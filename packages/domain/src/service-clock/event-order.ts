import { refuse } from "../input/refuse.ts";

const DAY_MS = 86_400_000;
/** A day more than the years 0000 to 9999 in UTC, so that they fit in every zone. */
const EARLIEST = Date.parse("0000-01-01T00:00:00Z") - DAY_MS;
const LATEST = Date.parse("9999-12-31T23:59:59.999Z") + DAY_MS;

/** The instant, which must be whole epoch milliseconds of the years 0000 to 9999. */
export function checkInstant(instant: number, path: string): number {
  if (!Number.isSafeInteger(instant) || instant < EARLIEST || instant > LATEST) {
    refuse(path, "NOT_AN_INSTANT");
  }
  return instant;
}

/** The instant of something that ends, not before what began it; null where it has not ended. */
export function checkEnd(
  instant: number | null | undefined,
  beganAt: number,
  path: string,
): number | null {
  if (instant === null || instant === undefined) return null;
  if (checkInstant(instant, path) < beganAt) refuse(path, "ENDS_BEFORE_START");
  return instant;
}
