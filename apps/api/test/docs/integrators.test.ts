import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createServer } from "../../src/app/create-server.ts";
import { openDemo } from "../../src/app/demo/open-demo.ts";
import { createIntegration } from "../../src/modules/integrations/index.ts";
import { checkout } from "../../src/platform/config/checkout.ts";
import { system } from "../../src/platform/identity/caller.ts";
import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { type Captures, fill, readRequests, shownPart } from "./read-requests.ts";

const guide = readFileSync(join(checkout, "docs/integrators/README.md"), "utf8");
const requests = readRequests(guide);
const captures: Captures = new Map();
let installation: TestInstallation;
let server: FastifyInstance;
let authorization = "";

/** The guide is read from its beginning to its end: what a request answers, the next may use. */
describe("the integrators' guide on the demo data", () => {
  beforeAll(async () => {
    installation = await createTestInstallation();
    await openDemo(installation, "on", () => {});
    const made = await createIntegration(installation.as(system), {
      name: "锡林浩特市公共资源交易平台",
      regionCode: "152502",
      scopes: ["READ_CASES", "READ_SCORECARDS"],
      days: 365,
    });
    authorization = `Bearer ${made.ok ? made.value.apiKey : ""}`;
    server = await createServer(installation, { logLevel: "silent", proxies: 0 });
  });

  afterAll(async () => {
    await server?.close();
    await installation?.close();
  });

  it("shows requests", () => {
    expect(requests.length).toBeGreaterThan(10);
  });

  it.for(requests.map((request) => [request.title, request] as const))(
    "%s",
    async ([, { query, headers, variables, result, errors }]) => {
      const answer = await server.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json", authorization, ...headers },
        payload: { query, variables: fill(variables, captures) },
      });
      const body = answer.json<{ data?: unknown; errors?: unknown }>();
      if (errors === null) expect(body.errors).toBeUndefined();
      else expect(shownPart(body.errors, errors, captures)).toEqual(errors);
      if (result !== null) expect(shownPart(body.data, result, captures)).toEqual(result);
    },
  );

  it.for([
    ["/livez", { status: "ok" }],
    ["/readyz", { status: "ok" }],
    ["/version", { name: "signet" }],
  ] as const)("%s answers as shown", async ([url, shown]) => {
    const answer = await server.inject({ url });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject(shown);
    expect(guide).toContain(`GET ${url}`);
  });
});
