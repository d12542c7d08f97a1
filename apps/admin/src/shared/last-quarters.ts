import { addDays, localDayOf, quarterOf } from "@signet/domain";

import { zone } from "./words.ts";

/** The quarters in force up to an instant's, newest first. */
export function lastQuarters(instant: number, most: number): string[] {
  const quarters: string[] = [];
  let day = localDayOf(instant, zone);
  while (quarters.length < most) {
    const found = quarterOf(day);
    if (!found.ok || !found.value.inScope || found.value.from === null) break;
    quarters.push(found.value.quarter);
    day = addDays(found.value.from, -1);
  }
  return quarters;
}
