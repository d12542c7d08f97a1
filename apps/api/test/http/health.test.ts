import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { productVersion } from "../../src/platform/config/version.ts";
import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";

let installation: TestInstallation;
let api: TestServer;
beforeAll(async () => {
  installation = await createTestInstallation();
  api = await createTestServer(installation);
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

const get = async (path: string): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(`${api.address}${path}`);
  return { status: response.status, body: await response.json() };
};

describe("who looks after the product", () => {
  it("is told that it lives and that it can serve", async () => {
    expect(await get("/livez")).toEqual({ status: 200, body: { status: "ok" } });
    expect(await get("/readyz")).toEqual({ status: 200, body: { status: "ok" } });
  });

  it("is told which version it is", async () => {
    expect(await get("/version")).toEqual({
      status: 200,
      body: { name: "signet", version: productVersion },
    });
  });
});
