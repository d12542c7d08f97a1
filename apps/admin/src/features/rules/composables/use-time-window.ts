import { type Ref, ref, watch } from "vue";

import { offsetAt } from "./local-text.ts";
import { fitWindow, type TimeWindow } from "./time-window.ts";

/** A window that follows its instants, but not under the hand that drags one of them. */
export function useTimeWindow(
  instants: () => readonly number[],
  isHeld: Readonly<Ref<boolean>>,
): Readonly<Ref<TimeWindow>> {
  const fit = (before: TimeWindow | null): TimeWindow => {
    const all = instants();
    const known = all.length > 0 ? all : [0];
    return fitWindow(before, known, offsetAt(known[0] ?? 0));
  };
  const window = ref(fit(null));
  watch([instants, isHeld], () => {
    if (!isHeld.value) window.value = fit(window.value);
  });
  return window;
}
