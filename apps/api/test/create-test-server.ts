import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";

import type { FastifyInstance } from "fastify";
import { inject } from "vitest";

import { createServer } from "../src/app/create-server.ts";
import type { Installation } from "../src/app/installation.ts";
import { testPassword } from "./create-test-installation.ts";

export interface ExecuteOptions {
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
export async function createTestServer(installation: Installation): Promise<TestServer> {
  const uploads = await mkdtemp(join(inject("postgres").folder, "uploads-"));
  const settings = { logLevel: "silent", trustProxy: false, uploads };
  const server = await createServer(installation, settings);
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  const execute: TestServer["execute"] = async (query, variables = {}, options = {}) => {
    const { cookie, headers } = options;
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(cookie ? { cookie } : {}), ...headers },
      body: JSON.stringify({ query, variables }),
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
