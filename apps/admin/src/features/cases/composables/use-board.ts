import { useQuery } from "@urql/vue";
import { computed, type ComputedRef, type Ref, shallowRef, watch } from "vue";

import { type BoardQuery, BoardDocument } from "../../../graphql/graphql.ts";
import { live, noteServerTime } from "../../../shared/live.ts";
import { useReread } from "../../../shared/use-reread.ts";

export type Board = BoardQuery["board"];

/** The board, read again whenever something happened; between two readings only the time moves. */
export function useBoard(): {
  readonly board: Readonly<Ref<Board | null>>;
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
  useReread(reload);
  /** A reading that failed leaves the last one standing, with a word that it is old. */
  const board = shallowRef<Board | null>(null);
  watch(
    () => query.data.value?.board,
    (read) => {
      if (read) board.value = read;
    },
    { immediate: true },
  );
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
