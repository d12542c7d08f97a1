import type { CombinedError } from "@urql/core";
import { computed, type ComputedRef, type Ref, watch } from "vue";

import { type BoardQuery, BoardDocument } from "../../../graphql/graphql.ts";
import { live, noteServerTime } from "../../../shared/live.ts";
import { useReading } from "../../../shared/use-reading.ts";

export type Board = BoardQuery["board"];

/** The board, read again whenever something happened; between two readings only the time moves. */
export function useBoard(): {
  readonly board: ComputedRef<Board | null>;
  /** Milliseconds since the board was read, by the server's clock. */
  readonly sinceMs: ComputedRef<number>;
  readonly error: Ref<CombinedError | undefined>;
  readonly reload: () => unknown;
} {
  const { data, error, stale, reload } = useReading(BoardDocument, () => ({}));
  const board = computed(() => data.value?.board ?? null);
  watch(board, (read) => {
    if (read && !stale.value) noteServerTime(read.asOf);
  });
  return {
    board,
    sinceMs: computed(() =>
      board.value ? Math.max(0, live.now.value - Date.parse(board.value.asOf)) : 0,
    ),
    error,
    reload,
  };
}
