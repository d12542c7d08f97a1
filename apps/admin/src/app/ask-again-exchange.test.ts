import { Client } from "@urql/core";
import { expect, it } from "vitest";

import { askAgainExchange } from "./ask-again-exchange.ts";
import { slowServer } from "../../test/slow-server.ts";

function server() {
  const { exchange, asked, answer } = slowServer((_kind, version) => ({ version }));
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
