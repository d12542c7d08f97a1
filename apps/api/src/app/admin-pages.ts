import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";

import { checkout } from "../platform/config/checkout.ts";
import { refuse } from "./refusal.ts";

const aYear = "public, max-age=31536000, immutable";

/** Everything a page may load comes from here; none of it inline. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  // Text becomes markup nowhere but where the page's framework does it with texts of its own build.
  "require-trusted-types-for 'script'",
  "trusted-types vue",
  "frame-ancestors 'none'",
].join("; ");

/** What a program is told that asks at the door. */
const signpost = [
  "Signet",
  "",
  "POST /graphql             the API",
  "GET  /audit-heads.jsonl   the heads of the audit chain, to keep copies of",
  "GET  /livez               the process answers",
  "GET  /readyz              it can serve",
  "GET  /version             which one it is",
  "",
].join("\n");

/** The built pages of apps/admin: its files, and its one document for every address that is a page. */
export async function registerAdminPages(
  server: FastifyInstance,
  folder: string | null = builtPages(),
): Promise<void> {
  const wantsPage = ({ headers }: FastifyRequest): boolean =>
    folder !== null && (headers.accept ?? "").includes("text/html");
  server.get("/", (request, reply) => {
    if (wantsPage(request)) return reply.callNotFound();
    return reply.type("text/plain; charset=utf-8").send(signpost);
  });
  if (folder === null) return;
  const page = readFileSync(join(folder, "index.html"));
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) =>
      void reply.header("cache-control", path.includes("/assets/") ? aYear : "no-cache"),
  });
  server.setNotFoundHandler((request, reply) => {
    if (request.method !== "GET" || !wantsPage(request))
      return refuse(request, reply, 404, "NOT_FOUND");
    return reply
      .header("content-security-policy", pagePolicy)
      .header("cache-control", "no-cache")
      .type("text/html; charset=utf-8")
      .send(page);
  });
}

/** Null where they were not built: the API stands without them. */
function builtPages(): string | null {
  const folder = join(checkout, "apps/admin/dist");
  return existsSync(join(folder, "index.html")) ? folder : null;
}
