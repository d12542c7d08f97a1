import { useQuery } from "@urql/vue";
import { computed, type ComputedRef } from "vue";

import {
  CalendarDocument,
  type CalendarPartsFragment,
  CalendarYearDocument,
  type CalendarYearQuery,
  type PolicyPartsFragment,
  PolicyVersionsDocument,
} from "../../../graphql/graphql.ts";
import { useReread } from "../../../shared/use-reread.ts";

interface Rules {
  readonly calendar: ComputedRef<CalendarPartsFragment | undefined>;
  readonly year: ComputedRef<CalendarYearQuery["calendarYear"] | undefined>;
  readonly policies: ComputedRef<readonly PolicyPartsFragment[] | undefined>;
  readonly mayEdit: ComputedRef<boolean>;
  readonly failed: ComputedRef<boolean>;
  reload(): Promise<void>;
}

/** The calendar, a year of it and the dated values, read again with every act. */
export function useRules(year: () => number): Rules {
  const requestPolicy = "cache-and-network" as const;
  const calendar = useQuery({ query: CalendarDocument, requestPolicy });
  const days = useQuery({
    query: CalendarYearDocument,
    variables: () => ({ year: year() }),
    requestPolicy,
  });
  const policies = useQuery({ query: PolicyVersionsDocument, requestPolicy });
  const reload = async (): Promise<void> => {
    const network = { requestPolicy: "network-only" as const };
    await Promise.all([
      calendar.executeQuery(network),
      days.executeQuery(network),
      policies.executeQuery(network),
    ]);
  };
  useReread(reload);
  return {
    calendar: computed(() => calendar.data.value?.calendar),
    year: computed(() => days.data.value?.calendarYear),
    policies: computed(() => policies.data.value?.policyVersions),
    mayEdit: computed(() => calendar.data.value?.calendar.permissions.edit.allowed ?? false),
    failed: computed(() =>
      [calendar, days, policies].some(({ error, data }) => error.value && !data.value),
    ),
    reload,
  };
}
