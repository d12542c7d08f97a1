import { createServer } from "node:net";
import { once } from "node:events";

import { expect, it } from "vitest";

import { ConfigError } from "../platform/config/config.ts";
import { explainFailure } from "./explain-failure.ts";

it("says of a port that is taken which it is and how to choose another", async () => {
  const first = createServer().listen(0, "127.0.0.1");
  await once(first, "listening");
  const address = first.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const second = createServer().listen(port, "127.0.0.1");
  const [error] = (await once(second, "error").catch((reason: unknown) => [reason])) as [unknown];
  expect(explainFailure(error)).toBe(`Port ${port} is taken; choose another: PORT=4001 npm start`);
  first.close();
});

it("shows the message of a failure that is known, and the stack of one that is not", () => {
  expect(explainFailure(new ConfigError("PORT: is no number"))).toBe("PORT: is no number");
  expect(explainFailure(new Error("odd"))).toContain("explain-failure.test.ts");
});
