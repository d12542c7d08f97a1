import { watch } from "vue";

import { live } from "./live.ts";
import { expired } from "./session.ts";

/** Reads again when something happened, and when a reader whose session had ended is back. */
export function useReread(read: () => unknown): void {
  watch(live.sequence, (_now, before) => {
    if (before !== 0) read();
  });
  watch(expired, (gone) => {
    if (!gone) read();
  });
}
