import { type CombinedError, useClientHandle, useQuery } from "@urql/vue";
import { computed, type ComputedRef, type Ref, ref, watch } from "vue";

import {
  type ImportLinesQuery,
  ImportLinesDocument,
  type ImportLinesQueryVariables,
  type ImportPartsFragment,
  type LineOutcome,
} from "../../../graphql/graphql.ts";

const pageSize = 50;
const largestPage = 100;

type Connection = NonNullable<ImportLinesQuery["importBatch"]>["lines"];
export type ImportLine = Connection["edges"][number]["node"];

/** The lines of an import, of one outcome or all, page by page. */
export function useImportLines(batch: () => ImportPartsFragment): {
  readonly outcome: Ref<LineOutcome | "">;
  readonly page: ComputedRef<Connection | undefined>;
  readonly error: Ref<CombinedError | undefined>;
  readonly fetching: Ref<boolean>;
  turn(to: "after" | "before", cursor: string | null | undefined): void;
  reload(): void;
  /** Every line that is not clean; null where reading them failed. */
  readFaulty(): Promise<readonly ImportLine[] | null>;
} {
  const outcome = ref<LineOutcome | "">("REJECTED");
  const place = ref<Partial<ImportLinesQueryVariables>>({ first: pageSize });
  watch(outcome, () => {
    place.value = { first: pageSize };
  });
  const { data, error, fetching, executeQuery } = useQuery({
    query: ImportLinesDocument,
    variables: () => ({ id: batch().id, outcome: outcome.value || null, ...place.value }),
    requestPolicy: "cache-and-network",
  });
  const reload = (): void => {
    void executeQuery({ requestPolicy: "network-only" });
  };
  // What a line comes to changes only where the counts do.
  watch(() => JSON.stringify([batch().state, batch().counts]), reload);
  const { client } = useClientHandle();

  async function readFaulty(): Promise<readonly ImportLine[] | null> {
    const found: ImportLine[] = [];
    for (const wanted of ["REJECTED", "SKIPPED"] as const) {
      for (let after: string | null | undefined; after !== null;) {
        const variables = { id: batch().id, outcome: wanted, first: largestPage, after };
        const answer = await client
          .query(ImportLinesDocument, variables, { requestPolicy: "network-only" })
          .toPromise();
        const lines: Connection | undefined = answer.data?.importBatch?.lines;
        if (!lines) return null;
        found.push(...lines.edges.map(({ node }) => node));
        after = lines.pageInfo.hasNextPage ? lines.pageInfo.endCursor : null;
      }
    }
    return found.sort((a, b) => a.line - b.line);
  }
  return {
    outcome,
    page: computed(() => data.value?.importBatch?.lines),
    error,
    fetching,
    turn: (to, cursor) => {
      place.value =
        to === "after" ? { first: pageSize, after: cursor } : { last: pageSize, before: cursor };
    },
    reload,
    readFaulty,
  };
}
