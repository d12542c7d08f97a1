import { type TypedDocumentNode, useClientHandle } from "@urql/vue";
import { type Ref, ref } from "vue";

import {
  CancelImportDocument,
  CommitImportDocument,
  UndoImportDocument,
} from "../../../graphql/graphql.ts";
import { asOneAct } from "../../../shared/act-headers.ts";
import { notify } from "../../../shared/notices.ts";
import { troubleOf } from "../../../shared/trouble.ts";

/** What is done to an import; each says where it failed, and answers whether it did not. */
export function useImportActs(id: () => string): {
  readonly busy: Ref<boolean>;
  commit(): Promise<boolean>;
  cancel(): Promise<boolean>;
  undo(): Promise<boolean>;
} {
  const { client } = useClientHandle();
  const busy = ref(false);

  async function act<Data extends object>(
    document: TypedDocumentNode<Data, { id: string }>,
  ): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    const { data, error } = await client
      .mutation(document, { id: id() }, asOneAct())
      .toPromise()
      .finally(() => {
        busy.value = false;
      });
    const result: unknown = data && Object.values(data).find((value) => typeof value === "object");
    if (error || typeof result !== "object" || result === null) notify(troubleOf(error), "problem");
    else if ("message" in result) notify(String(result.message), "problem");
    else return true;
    return false;
  }
  return {
    busy,
    commit: () => act(CommitImportDocument),
    cancel: () => act(CancelImportDocument),
    undo: () => act(UndoImportDocument),
  };
}
