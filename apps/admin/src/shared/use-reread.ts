import { onScopeDispose, watch } from "vue";

import { live } from "./live.ts";
import { expired } from "./session.ts";

/** A busy hall acts many times a second; a picture that is read twice a second is live enough. */
const shortestMs = 500;

/** Reads again when something happened, and when a reader whose session had ended is back. */
export function useReread(read: () => unknown): void {
  let next: ReturnType<typeof setTimeout> | undefined;
  let readAt = 0;
  const readSoon = (): void => {
    next ??= setTimeout(
      () => {
        next = undefined;
        readAt = Date.now();
        read();
      },
      Math.max(0, readAt + shortestMs - Date.now()),
    );
  };
  watch(live.sequence, (_now, before) => {
    if (before !== 0) readSoon();
  });
  onScopeDispose(() => clearTimeout(next));
  watch(expired, (gone) => {
    if (!gone) read();
  });
}
