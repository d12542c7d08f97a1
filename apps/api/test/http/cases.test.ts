import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { countStatements } from "../count-statements.ts";
import type { TestInstallation } from "../create-test-installation.ts";
import { type Answer, createTestServer, type TestServer } from "../create-test-server.ts";
import { createSampleInstallation, sample } from "../sample.ts";

let installation: TestInstallation;
let api: TestServer;
const cookies: Record<string, string> = {};
let nmg: string;

beforeAll(async () => {
  installation = await createSampleInstallation();
  api = await createTestServer(installation);
  nmg = await installation.vendorId("NMG");
  await installation.account("hall", ["HALL_MANAGER"]);
  await installation.account("clerk", ["WINDOW_CLERK"], { vendorId: nmg });
  await installation.account("officer", ["BANNER_OFFICER"], { regionCode: "152502" });
  for (const name of ["hall", "clerk", "officer"]) cookies[name] = await api.signIn(name);
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

interface Connection {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: {
      readonly id: string;
      readonly number: string;
      readonly vendor: { readonly id: string; readonly name: string };
      readonly region: { readonly code: string; readonly name: string } | null;
    };
  }[];
}

const document = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: CaseFilterInput) {
  cases(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { id number vendor { id name } region { code name } } }
  }
}`;
const ask = (variables: Readonly<Record<string, unknown>>, who = "hall"): Promise<Answer> =>
  api.execute(document, variables, { cookie: cookies[who] ?? null });
const connectionOf = ({ data }: Answer): Connection => data?.["cases"] as unknown as Connection;

describe("a page of cases", () => {
  it("with its vendors and regions costs no more statements for fifty than for two", async () => {
    const countOf = async (first: number): Promise<number> => {
      const [answer, statements] = await countStatements(() => ask({ first }));
      expect(connectionOf(answer).edges).toHaveLength(first);
      return statements.length;
    };
    const [few, many] = [await countOf(2), await countOf(50)];
    expect(many).toBe(few);
    // Who asks, the rows, their number, the vendors, the regions.
    expect(many).toBeLessThanOrEqual(5);
  });

  it("costs no word on the scope where the same person comes again", async () => {
    await ask({ first: 2 });
    const [, statements] = await countStatements(
      () => ask({ first: 2 }),
      /from data_key order|^select 1$/,
    );
    expect(statements.filter((statement) => statement.includes("signet.vendors"))).toEqual([]);
    expect(statements.length).toBeGreaterThan(1);
  });

  it("is not counted where nobody asks how many there are", async () => {
    const [, statements] = await countStatements(() =>
      api.execute("{ cases { edges { node { id } } } }", {}, { cookie: cookies["hall"] ?? null }),
    );
    expect(statements.filter((statement) => statement.includes("count("))).toEqual([]);
  });

  it("reads no more of the rows than the document asks for", async () => {
    const [, statements] = await countStatements(() =>
      api.execute(
        "{ cases { edges { node { number } } } }",
        {},
        { cookie: cookies["hall"] ?? null },
      ),
    );
    expect(statements.some((statement) => statement.includes("applicant_sealed"))).toBe(false);
  });

  it("leads on to the next and back again", async () => {
    const filter = { quarter: "2026Q3", channel: "ONLINE" };
    const first = connectionOf(await ask({ first: 10, filter }));
    expect(first.totalCount).toBeGreaterThan(300);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = connectionOf(await ask({ first: 10, after: first.pageInfo.endCursor, filter }));
    expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const back = connectionOf(await ask({ last: 10, before: second.pageInfo.startCursor, filter }));
    expect(back.edges).toEqual(first.edges);
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it("is the caller's own: all for the hall, one vendor's for a clerk, one region's for a banner", async () => {
    const seen = async (who: string) => connectionOf(await ask({ first: 100 }, who));
    expect((await seen("hall")).totalCount).toBe(sample.expected.clean);
    const own = sample.expected.vendors["内蒙古CA"]!;
    const ofClerk = await seen("clerk");
    expect(ofClerk.totalCount).toBe(own.onsite + own.online + own.nextQuarter);
    expect(new Set(ofClerk.edges.map(({ node }) => node.vendor.id))).toEqual(new Set([nmg]));
    const ofOfficer = await seen("officer");
    expect(new Set(ofOfficer.edges.map(({ node }) => node.region?.code))).toEqual(
      new Set(["152502"]),
    );
  });
});

describe("one case", () => {
  const one = async (id: string, who: string): Promise<Answer> =>
    api.execute(
      "query ($id: ID!) { case(id: $id) { number identityNumber explanation { verdict } } }",
      { id },
      { cookie: cookies[who] ?? null },
    );
  const ofOtherVendor = async (): Promise<string> => {
    const [row] = await installation.sql<{ id: string }>(
      "select id from service_case where number = 'XS2026300782'",
    );
    return row?.id ?? "";
  };

  it("that is foreign answers to the letter like one that is not there", async () => {
    const foreign = await one(await ofOtherVendor(), "clerk");
    const absent = await one(randomUUID(), "clerk");
    expect(foreign.text).toBe('{"data":{"case":null}}\n');
    expect(foreign.text).toBe(absent.text);
    expect(foreign.status).toBe(absent.status);
  });

  it("that is foreign is noted where it is named, whatever is asked of it; one's own or none is not", async () => {
    const id = await ofOtherVendor();
    const [own] = await installation.sql<{ id: string; number: string }>(
      "select c.id from service_case c join vendor v on v.id = c.vendor_id where v.code = 'NMG' limit 1",
    );
    const noted: unknown[] = [];
    const warn = vi.spyOn(api.server.log, "warn");
    warn.mockImplementation((facts: unknown, words?: string) => {
      if (words === "foreign id named") noted.push(facts);
    });
    await one(own!.id, "clerk");
    await one(randomUUID(), "clerk");
    await one(id, "hall");
    const decoys = Array.from({ length: 60 }, () => randomUUID()).join(",");
    await fetch(`${api.address}/forms/${id.replaceAll("-", "%2d")}.docx?${decoys}`, {
      headers: { cookie: cookies["clerk"] ?? "" },
    });
    await api.execute(
      `mutation { completeCase(input: { id: "${id}", version: 1 }) { ... on Problem { code } } }`,
      {},
      { cookie: cookies["officer"] ?? null },
    );
    await expect.poll(() => noted).toHaveLength(2);
    const actors = await installation.sql<{ id: string }>(
      "select id from user_account where username in ('clerk', 'officer')",
    );
    expect(noted).toEqual(
      expect.arrayContaining(
        actors.map((actor) => expect.objectContaining({ actor: actor.id, foreign: [id] })),
      ),
    );
    warn.mockRestore();
  });

  it("shows its identity number masked, and its verdict in words", async () => {
    const { data } = await one(await ofOtherVendor(), "hall");
    expect(data?.["case"]).toMatchObject({
      number: "XS2026300782",
      identityNumber: "911525********JX2M",
      explanation: { verdict: expect.stringContaining("超时") as unknown },
    });
  });

  it("is found by its vendor and number, a vendor's own by its people only", async () => {
    const byNumber = (who: string) =>
      api.execute(
        'query ($vendorId: ID!) { caseByNumber(vendorId: $vendorId, number: "XS2026300782") { number } }',
        { vendorId: xs },
        { cookie: cookies[who] ?? null },
      );
    const xs = await installation.vendorId("XS");
    expect((await byNumber("hall")).data).toEqual({ caseByNumber: { number: "XS2026300782" } });
    expect((await byNumber("clerk")).data).toEqual({ caseByNumber: null });
  });
});

describe("vendors", () => {
  it("are the caller's own for a vendor's people", async () => {
    const { data } = await api.execute(
      "{ vendors { id } }",
      {},
      { cookie: cookies["clerk"] ?? null },
    );
    expect(data).toEqual({ vendors: [{ id: nmg }] });
  });
});
