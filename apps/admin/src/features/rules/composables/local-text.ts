import { formatLocal, localDateTimeOf, parseLocalDateTime } from "@signet/domain";

import { zone } from "../../../shared/words.ts";

/** A local time at the centre, `YYYY-MM-DD HH:MM:SS`; milliseconds only where there are some. */
export function localText(instant: number): string {
  const { millisecond } = localDateTimeOf(instant, zone);
  const rest = millisecond === 0 ? "" : `.${String(millisecond).padStart(3, "0")}`;
  return formatLocal(instant, zone) + rest;
}

/** The instant of such a text; null for any other. */
export const instantOf = (text: string): number | null => parseLocalDateTime(text, zone);

/** How far the centre's clocks are ahead of UTC at an instant, in milliseconds. */
export function offsetAt(instant: number): number {
  const second = Math.floor(instant / 1000) * 1000;
  return Date.parse(`${formatLocal(second, zone).replace(" ", "T")}Z`) - second || 0;
}
