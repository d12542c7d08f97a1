import { type TypedDocumentNode, useClientHandle } from "@urql/vue";
import { type Ref, ref } from "vue";

import {
  CancelImportDocument,
  CommitImportDocument,
  UndoImportDocument,
} from "../../../graphql/graphql.ts";
import { performAct } from "../../../shared/perform-act.ts";

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
    return performAct(client, document, { id: id() }).finally(() => {
      busy.value = false;
    });
  }
  return {
    busy,
    commit: () => act(CommitImportDocument),
    cancel: () => act(CancelImportDocument),
    undo: () => act(UndoImportDocument),
  };
}
