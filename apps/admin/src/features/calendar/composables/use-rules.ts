import type { CombinedError } from "@urql/core";
import { computed, type ComputedRef } from "vue";

import {
  CalendarDocument,
  type CalendarPartsFragment,
  CalendarYearDocument,
  type CalendarYearQuery,
  type PolicyPartsFragment,
  PolicyVersionsDocument,
} from "../../../graphql/graphql.ts";
import { useReading } from "../../../shared/use-reading.ts";

interface Rules {
  readonly calendar: ComputedRef<CalendarPartsFragment | undefined>;
  readonly year: ComputedRef<CalendarYearQuery["calendarYear"] | undefined>;
  readonly policies: ComputedRef<readonly PolicyPartsFragment[] | undefined>;
  readonly mayEdit: ComputedRef<boolean>;
  /** Why what is lacking could not be read. */
  readonly error: ComputedRef<CombinedError | undefined>;
  reload(): Promise<unknown>;
}

/** The calendar, a year of it and the dated values, read again with every act. */
export function useRules(year: () => number): Rules {
  const calendar = useReading(CalendarDocument, () => ({}));
  const days = useReading(CalendarYearDocument, () => ({ year: year() }));
  const policies = useReading(PolicyVersionsDocument, () => ({}));
  const all = [calendar, days, policies];
  return {
    calendar: computed(() => calendar.data.value?.calendar),
    year: computed(() => days.data.value?.calendarYear),
    policies: computed(() => policies.data.value?.policyVersions),
    mayEdit: computed(() => calendar.data.value?.calendar.permissions.edit.allowed ?? false),
    error: computed(() => all.find(({ data }) => !data.value)?.error.value),
    reload: () => Promise.all(all.map(({ reload }) => reload())),
  };
}
