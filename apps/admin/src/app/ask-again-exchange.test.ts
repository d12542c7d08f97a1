import { Client, type Exchange, makeOperation, type OperationResult } from "@urql/core";
import { makeSubject, map, mergeMap, pipe, fromPromise } from "wonka";
import { expect, it } from "vitest";

import { askAgainExchange } from "./ask-again-exchange.ts";

/** A client, and a server that answers it when it is told to, with what it knew when it was asked. */
function server() {
  let version = 1;
  const waiting: (() => void)[] = [];
  const asked: string[] = [];
  const exchange: Exchange = () => (operations) =>
    pipe(
      operations,
      mergeMap((operation) => {
        if (operation.kind === "teardown") return makeSubject<OperationResult>().source;
        asked.push(operation.kind);
        if (operation.kind === "mutation") version += 1;
        const data = { version };
        const answered = new Promise<void>((resolve) => void waiting.push(resolve));
        return pipe(
          fromPromise(answered),
          map(() => ({
            operation: makeOperation(operation.kind, operation),
            data,
            stale: false,
            hasNext: false,
          })),
        );
      }),
    );
  const answer = async (index: number) => {
    waiting[index]?.();
    await new Promise((resolve) => void setTimeout(resolve));
  };
  const client = new Client({
    url: "http://signet.invalid",
    preferGetMethod: false,
    exchanges: [askAgainExchange, exchange],
  });
  return { client, asked, answer };
}

it("asks again what an act has outrun, and hears nothing older than the act", async () => {
  const { client, asked, answer } = server();
  const heard: unknown[] = [];
  client.query("{ version }", {}).subscribe(({ data }) => void heard.push(data?.version));
  client.mutation("mutation { act }", {}).subscribe(({ data }) => void heard.push(data?.version));
  await answer(1);
  expect(heard).toEqual([2]);
  await answer(0);
  expect(heard).toEqual([2]);
  expect(asked).toEqual(["query", "mutation", "query"]);
  await answer(2);
  expect(heard).toEqual([2, 2]);
});

it("lets an answer through that no act has outrun", async () => {
  const { client, asked, answer } = server();
  const heard: unknown[] = [];
  client.query("{ version }", {}).subscribe(({ data }) => void heard.push(data?.version));
  await answer(0);
  client.mutation("mutation { act }", {}).subscribe(() => {});
  await answer(1);
  expect([heard, asked]).toEqual([[1], ["query", "mutation"]]);
});
