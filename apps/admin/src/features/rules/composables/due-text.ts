import { formatDate, formatDateTime, type Locale } from "@signet/domain";

import { zone } from "../../../shared/words.ts";
import type { Assessment } from "./assess-trial.ts";

/** A deadline in words; a day ends at its 24:00. Null while a pause hides it. */
export function dueText(clock: Assessment, locale: Locale): string | null {
  if (clock.channel === "ONLINE") return `${formatDate(clock.dueDay, locale)} 24:00`;
  return clock.dueAt === null ? null : formatDateTime(clock.dueAt, locale, zone);
}
