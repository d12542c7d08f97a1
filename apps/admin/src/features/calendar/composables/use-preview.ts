import {
  type AnyVariables,
  type CombinedError,
  type TypedDocumentNode,
  useClientHandle,
} from "@urql/vue";
import { ref, type Ref, shallowRef, type ShallowRef } from "vue";

import { asOneAct } from "../../../shared/act-headers.ts";
import { troubleOf } from "../../../shared/trouble.ts";

interface Answer {
  readonly __typename?: string;
  readonly code?: string;
  readonly message?: string;
  readonly fault?: string;
}

interface Previewed<Preview> {
  readonly preview: ShallowRef<Preview | null>;
  /** What stands against the edit, in the server's words. */
  readonly problem: Ref<string>;
  /** Somebody made a newer version while the form was open. */
  readonly changed: Ref<boolean>;
  readonly busy: Ref<boolean>;
  show<Data extends object, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<void>;
  /** Writes what was shown; answers whether it did. */
  write<Data extends object, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<boolean>;
  reset(): void;
}

/** An edit of the rules: shown first, written then; whatever is refused leaves the form as it is. */
export function usePreview<Preview extends object>(): Previewed<Preview> {
  const { client } = useClientHandle();
  const preview: ShallowRef<Preview | null> = shallowRef(null);
  const problem = ref("");
  const changed = ref(false);
  const busy = ref(false);
  /** One key for one preview: pressing again after a lost answer is not a second edit. */
  let act = asOneAct();

  function taken(data: object | undefined, error: CombinedError | undefined): Answer | null {
    const answer = Object.values(data ?? {}).find((one) => typeof one === "object") as
      | Answer
      | undefined;
    problem.value = "";
    if (error || !answer) problem.value = troubleOf(error);
    else if (answer.message) {
      changed.value = answer.code === "CHANGED_MEANWHILE";
      problem.value = answer.fault ? `${answer.message}：${answer.fault}` : answer.message;
    } else return answer;
    return null;
  }
  return {
    preview,
    problem,
    changed,
    busy,
    async show(document, variables) {
      busy.value = true;
      changed.value = false;
      const context = { requestPolicy: "network-only" as const };
      const { data, error } = await client.query(document, variables, context).toPromise();
      preview.value = taken(data, error) as Preview | null;
      act = asOneAct();
      busy.value = false;
    },
    async write(document, variables) {
      busy.value = true;
      const { data, error } = await client.mutation(document, variables, act).toPromise();
      const done = taken(data, error) !== null;
      // What was refused was never done under this key; only a lost answer is asked for again.
      if (!error) act = asOneAct();
      busy.value = false;
      return done;
    },
    reset() {
      preview.value = null;
      problem.value = "";
      changed.value = false;
    },
  };
}
