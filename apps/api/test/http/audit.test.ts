import { ok } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { InstallationMark, perform } from "../../src/platform/orm/index.ts";
import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";

let installation: TestInstallation;
let api: TestServer;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  installation = await createTestInstallation();
  api = await createTestServer(installation);
  for (const [username, role] of [
    ["auditor", "AUDITOR"],
    ["admin", "CENTRE_ADMINISTRATOR"],
    ["hall", "HALL_MANAGER"],
    ["evaluator", "EVALUATOR"],
  ] as const) {
    await installation.account(username, [role]);
    cookies[username] = await api.signIn(username);
  }
  await perform(installation.as(), "test.mark", null, async ({ tx, at, describe: say }) => {
    const mark = tx.create(InstallationMark, { name: "seen", madeAt: at });
    await tx.flush();
    mark.madeAt = new Date(0);
    await tx.nativeUpdate(InstallationMark, { name: "none" }, { madeAt: at });
    say({ type: "Installation", id: "50%_off" }, { because: "tests", count: 2 });
    return ok(null);
  });
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

const ask = async (query: string, variables = {}, who = "auditor") =>
  api.execute(query, variables, { cookie: cookies[who] ?? null });
const list = `query ($filter: AuditFilterInput, $first: Int, $after: String, $last: Int, $before: String) {
  auditEntries(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { node { sequence act actName occurredAt actorName actor { id kind } subjectType subjectName subjectId requestId hash } } } }`;
interface Listed {
  readonly pageInfo: { hasNextPage: boolean; endCursor: string; startCursor: string };
  readonly edges: readonly {
    readonly node: { readonly sequence: number; readonly act: string; readonly actorName: string };
  }[];
}
const listed = async (variables: object): Promise<Listed> => {
  const { data, errors } = await ask(list, variables);
  expect(errors).toEqual([]);
  return data?.["auditEntries"] as unknown as Listed;
};
const sequences = ({ edges }: Listed): number[] => edges.map(({ node }) => node.sequence);
const lastSequence = async (): Promise<number> =>
  Number(
    (await installation.sql<{ max: string }>("select max(sequence) from audit_entry"))[0]?.max,
  );

describe("reading the audit", () => {
  const questions = [
    "{ auditEntries { edges { node { sequence } } } }",
    "{ auditEntry(sequence: 1) { sequence } }",
    "{ auditChain { head } }",
    "{ auditWords { acts { name } } }",
  ];

  it.each(["hall", "evaluator"])("is not for %s", async (who) => {
    for (const question of questions) {
      const { data, errors } = await ask(question, {}, who);
      expect(Object.values(data ?? {}).filter((answer) => answer !== null)).toEqual([]);
      expect(errors[0]?.extensions).toMatchObject({ code: "NOT_ALLOWED" });
    }
  });

  it("is for nobody who is not signed in", async () => {
    for (const question of questions) {
      const { errors } = await ask(question, {}, "stranger");
      expect(errors[0]?.extensions).toMatchObject({ code: "NOT_SIGNED_IN" });
    }
  });

  it.each(["auditor", "admin"])("is for %s", async (who) => {
    for (const question of questions) {
      expect((await ask(question, {}, who)).errors).toEqual([]);
    }
  });

  it("leaves no entry itself, by whatever it searches", async () => {
    const before = await lastSequence();
    await listed({ filter: { actor: "auditor", text: "sign-in" } });
    expect(await lastSequence()).toBe(before);
  });

  it("begins with the newest and goes page by page, there and back, through all of it", async () => {
    const all = await lastSequence();
    const seen: number[] = [];
    let page = await listed({ first: 4 });
    for (;;) {
      seen.push(...sequences(page));
      if (!page.pageInfo.hasNextPage) break;
      page = await listed({ first: 4, after: page.pageInfo.endCursor });
    }
    expect(seen).toEqual(Array.from({ length: all }, (_, index) => all - index));
    const back = await listed({ last: 4, before: page.pageInfo.startCursor });
    expect(sequences(back)).toEqual(
      seen.slice(-sequences(page).length - 4, -sequences(page).length),
    );
  });

  it.each([
    ["an act", { act: "account.sign-in" }, 4],
    ["a part of an account's name", { actor: "person hall" }, 0],
    ["an operator", { actor: "tester" }, 1],
    ["a thing by its kind", { subjectType: "UserAccount" }, 4],
    ["a thing by its id, signs and all", { subjectId: "50%_off" }, 1],
    ["text within an entry", { text: '"because":"tests"' }, 1],
    ["text that holds signs of a pattern, as it is", { text: "50%_off" }, 1],
    ["text that only a pattern would find", { text: "50%off" }, 0],
    ["what was before a time", { to: "2020-01-01T00:00:00.000Z" }, 0],
    [
      "what was from a time on, of one act",
      { from: "2020-01-01T00:00:00.000Z", act: "test.mark" },
      1,
    ],
  ])("finds %s", async (_what, filter, count) => {
    expect((await listed({ filter })).edges).toHaveLength(count);
  });

  it("finds what somebody did by a part of their name, whatever its case", async () => {
    const id = await installation.account("worker", ["CENTRE_ADMINISTRATOR"]);
    const caller = { ...installation.caller({ roles: ["CENTRE_ADMINISTRATOR"] }) };
    const actor = {
      id,
      roles: ["CENTRE_ADMINISTRATOR" as const],
      vendorId: null,
      regionCode: null,
    };
    const context = installation.as({ ...caller, actor } as typeof caller);
    await perform(context, "test.mark", null, async () => ok(null));
    const { edges } = await listed({ filter: { actor: "PERSON worker" } });
    expect(edges.map(({ node }) => node)).toMatchObject([
      { act: "test.mark", actorName: "The person worker", actor: { id, kind: "user" } },
    ]);
  });

  it("shows of an entry what was before and after, with digests as digests", async () => {
    const detail = `query ($sequence: Int!) { auditEntry(sequence: $sequence) {
      act actName changes { entity entityName entityId kind fields { name before { text isDigest } after { text isDigest } } }
      bulk { verb table rows } detail { name value { text isDigest } } } }`;
    const [found] = (await listed({ filter: { act: "test.mark", actor: "tester" } })).edges;
    const { data } = await ask(detail, { sequence: found?.node.sequence });
    const at = installation.clock.now().toISOString();
    expect(data?.["auditEntry"]).toEqual({
      act: "test.mark",
      actName: "test.mark",
      changes: [
        {
          entity: "InstallationMark",
          entityName: "系统标记",
          entityId: "seen",
          kind: "create",
          fields: [{ name: "madeAt", before: null, after: { text: at, isDigest: false } }],
        },
        {
          entity: "InstallationMark",
          entityName: "系统标记",
          entityId: "seen",
          kind: "update",
          fields: [
            {
              name: "madeAt",
              before: { text: at, isDigest: false },
              after: { text: "1970-01-01T00:00:00.000Z", isDigest: false },
            },
          ],
        },
      ],
      bulk: [{ verb: "update", table: "installation_mark", rows: 0 }],
      detail: [
        { name: "because", value: { text: "tests", isDigest: false } },
        { name: "count", value: { text: "2", isDigest: false } },
      ],
    });
    const [account] = (await listed({ filter: { text: '"entity":"UserAccount","fields":{"c' } }))
      .edges;
    const { data: made } = await ask(detail, { sequence: account?.node.sequence });
    const { changes } = (made?.["auditEntry"] ?? {}) as unknown as {
      changes: { fields: { name: string }[] }[];
    };
    expect(changes[0]?.fields.find(({ name }) => name === "displayName")).toMatchObject({
      before: null,
      after: { isDigest: true },
    });
  });

  it("refuses a cursor that is none of this list", async () => {
    const { errors } = await ask(list, { first: 1, after: "WyJ4Il0" });
    expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "after" });
  });
});
