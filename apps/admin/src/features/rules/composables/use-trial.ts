import { computed, type ComputedRef, onBeforeUnmount, type Ref, ref, shallowRef, watch } from "vue";
import { useRoute, useRouter } from "vue-router";

import { assessTrial, isReadable, type TrialOutcome } from "./assess-trial.ts";
import { addressOf, readAddress } from "./trial-address.ts";
import { firstTrial, type TrialCase } from "./trial-case.ts";

/** Browsers refuse an address that changes as often as a hand that drags. */
const restMs = 250;

interface Trial {
  readonly trial: Readonly<Ref<TrialCase>>;
  readonly outcome: ComputedRef<TrialOutcome>;
  /** The address that was opened holds no case; until something is changed. */
  readonly isDamaged: Readonly<Ref<boolean>>;
  /** Where the case as it stands is found again; null while a field holds none. */
  readonly link: ComputedRef<string | null>;
  change(part: Partial<TrialCase>): void;
  reset(): void;
}

/** The trial that stands in the page and in its address. */
export function useTrial(): Trial {
  const route = useRoute();
  const router = useRouter();
  const trial = shallowRef(firstTrial);
  const isDamaged = ref(false);
  const key = (query: object): string => new URLSearchParams(flat(query)).toString();
  const query = computed(() => (isReadable(trial.value) ? addressOf(trial.value) : null));
  let shown: string | null = null;
  let writing: ReturnType<typeof setTimeout> | undefined;

  /** Takes what the address says, unless this page wrote it there. */
  function read(): void {
    if (route.name !== "rules" || key(route.query) === shown) return;
    const found = readAddress(route.query);
    shown = key(route.query);
    trial.value = found.kind === "trial" ? found.trial : firstTrial;
    isDamaged.value = found.kind === "damaged";
  }
  read();
  watch(() => route.query, read);

  function change(part: Partial<TrialCase>): void {
    trial.value = { ...trial.value, ...part };
    isDamaged.value = false;
    clearTimeout(writing);
    writing = setTimeout(() => {
      if (query.value === null || route.name !== "rules") return;
      shown = key(query.value);
      void router.replace({ query: query.value });
    }, restMs);
  }
  onBeforeUnmount(() => clearTimeout(writing));

  return {
    trial,
    outcome: computed(() => assessTrial(trial.value)),
    isDamaged,
    link: computed(() => {
      if (query.value === null) return null;
      const { href } = router.resolve({ name: "rules", query: query.value });
      return new URL(href, location.href).href;
    }),
    change,
    reset: () => change(firstTrial),
  };
}

const flat = (query: object): string[][] =>
  Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one: unknown) => [name, String(one ?? "")]),
  );
