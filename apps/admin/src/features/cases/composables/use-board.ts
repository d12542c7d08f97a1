import { useQuery } from "@urql/vue";
import { computed, type ComputedRef, type Ref, watch } from "vue";

import { type BoardQuery, BoardDocument } from "../../../graphql/graphql.ts";
import { live, noteServerTime } from "../../../shared/live.ts";

export type Board = BoardQuery["board"];

/** The board, read again whenever something happened; between two readings only the time moves. */
export function useBoard(): {
  readonly board: ComputedRef<Board | null>;
  /** Milliseconds since the board was read, by the server's clock. */
  readonly sinceMs: ComputedRef<number>;
  readonly failed: ComputedRef<boolean>;
  readonly fetching: Ref<boolean>;
  readonly reload: () => void;
} {
  const query = useQuery({ query: BoardDocument, requestPolicy: "cache-and-network" });
  const reload = (): void => {
    void query.executeQuery({ requestPolicy: "network-only" });
  };
  watch(live.sequence, (_now, before) => {
    if (before !== 0) reload();
  });
  const board = computed(() => query.data.value?.board ?? null);
  watch(board, (read) => {
    if (read && !query.stale.value) noteServerTime(read.asOf);
  });
  return {
    board,
    sinceMs: computed(() =>
      board.value ? Math.max(0, live.now.value - Date.parse(board.value.asOf)) : 0,
    ),
    failed: computed(() => query.error.value !== undefined),
    fetching: query.fetching,
    reload,
  };
}
