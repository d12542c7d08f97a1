import {
  defaultPolicy,
  formatDateTime,
  formatDuration,
  label,
  type Labelled,
  Locale,
} from "@signet/domain";
import { computed, type ComputedRef } from "vue";
import { useI18n } from "vue-i18n";

/** The centre's clocks hang in this zone, wherever the reader's are. */
export const { zone } = defaultPolicy.parameters;

interface Words {
  readonly locale: ComputedRef<Locale>;
  /** The glossary's word for a value; a value that this build does not know stands as it is. */
  word<Name extends keyof Labelled>(name: Name, value: string): string;
  dateTime(instant: string | null | undefined): string;
  clock(instant: string | null | undefined): string;
  duration(ms: number): string;
}

/** How values are said in the reader's language. */
export function useWords(): Words {
  const i18n = useI18n();
  const locale = computed(() => (i18n.locale.value === "en" ? Locale.EN : Locale.ZH_CN));
  const clockFormat = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return {
    locale,
    word: (name, value) => label(name, value as never, locale.value),
    dateTime: (instant) =>
      instant
        ? formatDateTime(Math.floor(Date.parse(instant) / 1000) * 1000, locale.value, zone)
        : "—",
    clock: (instant) => (instant ? clockFormat.format(Date.parse(instant)) : "—"),
    duration: (ms) => formatDuration(Math.trunc(ms / 1000) * 1000, locale.value),
  };
}
