import { expect, vi } from "vitest";

import { csvOf, type Heading, type Line } from "../case-file.ts";
import type { TestServer } from "../create-test-server.ts";

export interface Batch {
  readonly id: string;
  readonly state: string;
  readonly fileName: string;
  readonly createdBy: string;
  readonly isInterrupted: boolean;
  readonly problem: string | null;
  readonly vendor: { readonly code: string } | null;
  readonly counts: Readonly<Record<"importable" | "imported" | "skipped" | "rejected", number>>;
  readonly progress: { readonly done: number; readonly total: number | null } | null;
  readonly permissions: Readonly<Record<"commit" | "cancel" | "undo", { allowed: boolean }>>;
  readonly lines: {
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: {
        readonly line: number;
        readonly number: string | null;
        readonly outcome: string;
        readonly faults: readonly { code: string; column: string | null; message: string }[];
      };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

export interface Uploaded {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly batchId: string;
}

interface Sent {
  readonly name?: string;
  readonly vendorId?: string;
  readonly columns?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const parts = `id state fileName createdBy isInterrupted problem vendor { code }
  counts { importable imported skipped rejected } progress { done total }
  permissions { commit { allowed } cancel { allowed } undo { allowed } }`;
const batchDocument = `query ($id: ID!, $outcome: LineOutcome, $first: Int, $after: String) {
  importBatch(id: $id) { ${parts}
    lines(outcome: $outcome, first: $first, after: $after) {
      edges { cursor node { line number outcome faults { code column message } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

/** What a page does about imports, as one signed-in person. */
export function importClient({ address, execute }: TestServer, cookie: string | null) {
  const read = async (id: string, variables = {}): Promise<Batch | null> =>
    (await execute(batchDocument, { id, ...variables }, { cookie })).data?.["importBatch"] ?? null;
  return {
    read,
    async upload(content: string | Uint8Array, sent: Sent = {}): Promise<Uploaded> {
      const { name = "cases.csv", vendorId, columns, headers } = sent;
      const response = await fetch(`${address}/imports`, {
        method: "POST",
        headers: {
          "content-type": "application/octet-stream",
          "x-file-name": encodeURIComponent(name),
          ...(vendorId ? { "x-vendor": vendorId } : {}),
          ...(columns ? { "x-columns": encodeURIComponent(JSON.stringify(columns)) } : {}),
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
        body: content as string,
      });
      const body = (await response.json()) as Record<string, unknown>;
      return { status: response.status, body, batchId: String(body["batchId"] ?? "") };
    },
    /** Waits until work has brought the batch to a state. */
    async arrived(id: string, state: string): Promise<Batch> {
      await vi.waitUntil(async () => (await read(id))?.state === state, {
        timeout: 50_000,
        interval: 50,
      });
      const batch = await read(id);
      expect(batch?.state).toBe(state);
      return batch as Batch;
    },
    async act(
      what: "commit" | "cancel" | "undo",
      id: string,
      headers: Record<string, string> = {},
    ): Promise<{ code?: string; batch?: Batch }> {
      const answer = await execute(
        `mutation ($id: ID!) { ${what}Import(id: $id) {
          ... on ImportActSuccess { batch { ${parts} } } ... on Problem { code message } } }`,
        { id },
        { cookie, headers },
      );
      return answer.data?.[`${what}Import`] ?? {};
    },
    async list(first = 50, after?: string) {
      const answer = await execute(
        `query ($first: Int, $after: String) { importBatches(first: $first, after: $after) {
          edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { first, after },
        { cookie },
      );
      return answer.data?.["importBatches"] as unknown as {
        readonly edges: readonly { readonly node: { readonly id: string } }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    },
  };
}
export type ImportClient = ReturnType<typeof importClient>;

/** Lines of distinct numbers. */
export const manyLines = (prefix: string, count: number): Line[] =>
  Array.from({ length: count }, (_, index) => ({
    受理编号: `${prefix}${String(index).padStart(6, "0")}`,
  }));

/** An export that calls some columns something else, or leaves them out. */
export function renamedCsv(
  lines: readonly Line[],
  names: Readonly<Partial<Record<Heading, string>>>,
): string {
  const [heading = "", ...rest] = csvOf(lines).split("\r\n");
  const own = heading.split(",").map((title) => names[title as Heading] ?? title);
  return [own.join(","), ...rest].join("\r\n");
}
