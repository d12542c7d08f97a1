import { refuse } from "../input/refuse.ts";

/** -0001-12-31 and 10000-01-02: a day more than the years 0000 to 9999 in UTC, for every zone. */
const EARLIEST = -62_167_305_600_000;
const LATEST = 253_402_387_199_999;

/** Tells whole epoch milliseconds of the years 0000 to 9999 from everything else. */
export const isInstant = (value: unknown): value is number =>
  typeof value === "number" && value >= EARLIEST && value <= LATEST && Math.floor(value) === value;

/** The instant, which must be whole epoch milliseconds of the years 0000 to 9999. */
export function checkInstant(instant: number, path: string): number {
  if (!isInstant(instant)) refuse(path, "NOT_AN_INSTANT");
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
