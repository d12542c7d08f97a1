import { Client, gql } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { expect, it } from "vitest";

import { askAgainExchange } from "./ask-again-exchange.ts";
import { tellActsExchange } from "./tell-acts-exchange.ts";
import { slowServer } from "../../test/slow-server.ts";

const FORM = gql`
  {
    form {
      __typename
      id
      version
    }
  }
`;
const ACT = gql`
  mutation {
    act {
      __typename
      id
      version
    }
  }
`;

/** A page that shows a form, and a server that answers it when it is told to. */
function page() {
  const { exchange, asked, answer } = slowServer((kind, version) => ({
    __typename: kind === "query" ? "Query" : "Mutation",
    [kind === "query" ? "form" : "act"]: { __typename: "Form", id: "1", version },
  }));
  const client = new Client({
    url: "http://signet.invalid",
    preferGetMethod: false,
    exchanges: [tellActsExchange, cacheExchange({}), askAgainExchange, exchange],
  });
  const heard: unknown[] = [];
  const read = () =>
    client
      .query(FORM, {}, { requestPolicy: "network-only" })
      .subscribe(({ data }) => void heard.push(data?.form.version));
  const shown = () => heard[heard.length - 1];
  return { client, asked, answer, heard, shown, read };
}

it("shows at once what an act has answered, though the page is just reading", async () => {
  const { client, asked, answer, shown, read } = page();
  read();
  await answer(0);
  read();
  let shownWhenDone: unknown;
  client.mutation(ACT, {}).subscribe(() => void (shownWhenDone = shown()));
  await answer(2);
  expect(shownWhenDone).toBe(2);
  await answer(1);
  expect(shown()).toBe(2);
  expect(asked).toEqual(["query", "query", "mutation", "query"]);
  await answer(3);
  expect(shown()).toBe(2);
});

it("tells nothing of what has never been read", async () => {
  const { client, answer, heard, read } = page();
  read();
  client.mutation(ACT, {}).subscribe(() => {});
  await answer(1);
  expect(heard).toEqual([]);
  await answer(0);
  await answer(2);
  expect(heard).toEqual([2]);
});
