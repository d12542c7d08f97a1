import { Client, CombinedError, gql, makeResult, type TypedDocumentNode } from "@urql/core";
import urql from "@urql/vue";
import { expect, it } from "vitest";
import { createApp, effectScope, nextTick, ref } from "vue";
import { filter, fromPromise, mergeMap, pipe } from "wonka";

import { useReading } from "./use-reading.ts";

const document: TypedDocumentNode<{ name: string }, { id: number }> = gql`
  query ($id: Int!) {
    name(id: $id)
  }
`;
const unreachable = new CombinedError({ networkError: new Error("gone") });

/** A page that reads; each question waits until it is answered. */
function pageAt(options: { readonly bridges?: boolean } = {}) {
  const waiting: ((name: string | null) => void)[] = [];
  const client = new Client({
    url: "/graphql",
    exchanges: [
      () => (operations) =>
        pipe(
          operations,
          filter(({ kind }) => kind === "query"),
          mergeMap((operation) =>
            fromPromise(
              new Promise<ReturnType<typeof makeResult>>((resolve) => {
                waiting.push((name) =>
                  resolve({
                    ...makeResult(operation, { data: name === null ? undefined : { name } }),
                    ...(name === null ? { data: undefined, error: unreachable } : {}),
                  }),
                );
              }),
            ),
          ),
        ),
    ],
  });
  const id = ref(1);
  const reading = createApp({ render: () => null })
    .use(urql, client)
    .runWithContext(() =>
      effectScope().run(() => useReading(document, () => ({ id: id.value }), options)),
    )!;
  const answer = async (name: string | null): Promise<void> => {
    waiting.shift()?.(name);
    await new Promise((resolve) => void setTimeout(resolve));
    await nextTick();
  };
  return { id, reading, answer, shown: () => reading.data.value?.name };
}

it("lets the answer stand where a later reading of the same fails, and says so", async () => {
  const { reading, answer, shown } = pageAt();
  await answer("first");
  void reading.reload();
  await answer(null);
  expect([shown(), reading.error.value?.message]).toEqual(["first", unreachable.message]);
  void reading.reload();
  await answer("second");
  expect([shown(), reading.error.value]).toEqual(["second", undefined]);
});

it("shows no answer under another question", async () => {
  const { id, answer, shown } = pageAt();
  await answer("first");
  id.value = 2;
  await nextTick();
  expect(shown()).toBeUndefined();
  await answer("second");
  expect(shown()).toBe("second");
});

it("bridges with it to the next page, and not over its failure", async () => {
  const { id, reading, answer, shown } = pageAt({ bridges: true });
  await answer("first");
  id.value = 2;
  await nextTick();
  expect(shown()).toBe("first");
  await answer(null);
  expect([shown(), reading.error.value?.message]).toEqual([undefined, unreachable.message]);
});
