import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";

import { fastify, type FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { registerAdminPages } from "../../src/app/admin-pages.ts";

let folder: string;
let server: FastifyInstance;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "signet-pages-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Signet</title>");
  writeFileSync(join(folder, "assets/page-1.js"), "export {}");
  writeFileSync(join(folder, "assets/page-1.js.br"), brotliCompressSync("export {}"));
  server = fastify();
  await registerAdminPages(server, folder);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const html = { accept: "text/html,*/*" };

describe("the pages", () => {
  it.each(["/", "/cases", "/cases/01a2", "/scorecards/2026Q3"])("stand at %s", async (url) => {
    const { statusCode, body, headers } = await server.inject({ url, headers: html });
    expect(statusCode).toBe(200);
    expect(body).toContain("<title>Signet");
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
  });

  it("tell a program at the door where the API is", async () => {
    const { body, headers } = await server.inject({ url: "/" });
    expect(headers["content-type"]).toContain("text/plain");
    expect(body).toContain("/graphql");
  });

  it("are kept by browsers as long as their names last", async () => {
    const { headers } = await server.inject({ url: "/assets/page-1.js" });
    expect(headers["cache-control"]).toContain("immutable");
  });

  it("travel compressed to whoever takes it, and are kept as long", async () => {
    const { headers, rawPayload } = await server.inject({
      url: "/assets/page-1.js",
      headers: { "accept-encoding": "gzip, br" },
    });
    expect(headers).toMatchObject({ "content-encoding": "br", vary: "accept-encoding" });
    expect(headers["content-type"]).toContain("javascript");
    expect(headers["cache-control"]).toContain("immutable");
    expect(brotliDecompressSync(rawPayload).toString()).toBe("export {}");
  });

  it("are not in the place of a missing file, nor of anything outside their folder", async () => {
    expect((await server.inject({ url: "/assets/page-2.js" })).statusCode).toBe(404);
    expect((await server.inject({ url: "/..%2f..%2fetc%2fpasswd" })).statusCode).toBe(404);
    expect((await server.inject({ url: "/cases", method: "POST", headers: html })).statusCode).toBe(
      404,
    );
  });
});
