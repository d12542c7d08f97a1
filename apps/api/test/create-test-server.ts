import { createHash } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";

import type { FastifyInstance } from "fastify";
import { inject } from "vitest";

import type { Installation } from "../src/app/installation.ts";
import { createServer, type ServerOptions } from "../src/app/create-server.ts";
import { testPassword } from "./create-test-installation.ts";

export interface ExecuteOptions {
  /** Sends the document itself, as programs do; without it its hash goes, as pages send it. */
  readonly own?: boolean;
  readonly cookie?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** What the document asked for; shaped as the document says. */
  readonly data: Readonly<Record<string, never>> | null;
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  /** The whole answer, as it came. */
  readonly text: string;
}

export interface TestServer {
  readonly server: FastifyInstance;
  /** Where it listens, without a path. */
  readonly address: string;
  /** Where uploaded files lie while they are read. */
  readonly uploads: string;
  execute(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    options?: ExecuteOptions,
  ): Promise<Answer>;
  /** Signs in with `testPassword` and answers the session's cookie. */
  signIn(username: string, password?: string): Promise<string>;
  close(): Promise<void>;
}

/** The product's own server on a free port, to be asked over real HTTP. */
export async function createTestServer(
  installation: Installation,
  over: Partial<ServerOptions> = {},
): Promise<TestServer> {
  const uploads = await mkdtemp(join(inject("postgres").folder, "uploads-"));
  // Pages are built with their documents; a test's are known as soon as it sends them.
  const documents = new Map<string, string>();
  const settings = { logLevel: "silent", proxies: 0, uploads, documents, ...over };
  const server = await createServer(installation, settings);
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  const execute: TestServer["execute"] = async (query, variables = {}, options = {}) => {
    const { cookie, headers, own = false } = options;
    const sha256Hash = createHash("sha256").update(query).digest("hex");
    if (!own) documents.set(sha256Hash, query);
    const document = own
      ? { query }
      : { extensions: { persistedQuery: { version: 1, sha256Hash } } };
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(cookie ? { cookie } : {}), ...headers },
      body: JSON.stringify({ ...document, variables }),
    });
    const text = await response.text();
    const { data = null, errors = [] } = JSON.parse(text) as Partial<Answer>;
    return { status: response.status, headers: response.headers, data, errors, text };
  };
  return {
    server,
    address,
    uploads,
    execute,
    signIn: async (username, password = testPassword) => {
      const { headers } = await execute(signInDocument, { input: { username, password } });
      return cookieOf(headers) ?? "";
    },
    close: () => server.close(),
  };
}

export const signInDocument = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignInSuccess { viewer { name roles } }
    ... on Problem { code message }
  }
}`;

/** The cookie that an answer sets, as the browser would send it back. */
export const cookieOf = (headers: Headers): string | null =>
  headers.getSetCookie()[0]?.split(";")[0] ?? null;
