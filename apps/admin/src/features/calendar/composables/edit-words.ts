import { formatDate } from "@signet/domain";
import { useI18n } from "vue-i18n";

import type { CalendarEditInput, ClockIntervalInput } from "../../../graphql/graphql.ts";
import { useWords } from "../../../shared/words.ts";

/** Keeps an interval on one line. */
const joiner = "\u2060";

interface EditWords {
  date(day: string): string;
  /** Clock times of a day; closed where there are none, unknown where nobody knows. */
  hours(intervals: readonly ClockIntervalInput[] | null | undefined): string;
  edit(edit: CalendarEditInput): string;
}

/** How days, hours and edits are said. */
export function useEditWords(): EditWords {
  const { t } = useI18n();
  const { locale, word } = useWords();
  const date = (day: string): string => formatDate(day, locale.value);
  const hours: EditWords["hours"] = (intervals) => {
    if (!intervals) return t("calendar.unknown");
    if (intervals.length === 0) return t("calendar.closed");
    return intervals
      .map(({ from, to }) => `${from}${joiner}–${joiner}${to}`)
      .join(t("calendar.and"));
  };
  const edit: EditWords["edit"] = ({ days, week, coverage }) => {
    if (coverage) return t("calendar.edit.coverageTo", { to: date(coverage.to) });
    if (week) return t("calendar.edit.weekFrom", { from: date(week.from) });
    if (!days) return "";
    const what = word("DayEdit", days.as);
    const special = days.as === "SPECIAL" ? ` ${hours(days.hours)}` : "";
    const one = days.from === days.to;
    const when = one
      ? date(days.from)
      : t("calendar.edit.range", { from: date(days.from), to: date(days.to) });
    return t("calendar.edit.daysAs", { when, what: what + special });
  };
  return { date, hours, edit };
}
