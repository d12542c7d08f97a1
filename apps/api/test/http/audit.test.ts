import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { ok } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { writeHead } from "../../src/modules/audit/index.ts";
import { createServer } from "../../src/app/create-server.ts";
import { InstallationMark, perform } from "../../src/platform/orm/index.ts";
import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";

let installation: TestInstallation;
let api: TestServer;
let auditHeads: string;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  installation = await createTestInstallation();
  auditHeads = join(await mkdtemp(join(inject("postgres").folder, "heads-")), "heads.jsonl");
  api = await createTestServer(installation, { auditHeads });
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
    const context = installation.as({ ...caller, kind: "user", name: "", sessionId: "", actor });
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
    const [account] = (
      await listed({ filter: { text: '"entity":"UserAccount","fields":{"created' } })
    ).edges;
    const { data: made } = await ask(detail, { sequence: account?.node.sequence });
    const changes = (
      made?.["auditEntry"] as unknown as { changes: { fields: { name: string }[] }[] }
    ).changes;
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

describe("the chain", () => {
  const parts = `head published { sequence at } verification { done total }
    verdict { isSound links younger verifiedAt verifiedBy broken { sequence fault message } anchor { sequence at } }`;
  const chain = async () =>
    (await ask(`{ auditChain { ${parts} } }`)).data?.["auditChain"] as unknown as {
      readonly head: number;
      readonly verification: object | null;
      readonly verdict: object | null;
    };
  const verify = async () => {
    const before = await lastSequence();
    const { data } = await ask(
      `mutation { verifyAudit { __typename ... on AuditChainSuccess { chain { ${parts} } } } }`,
    );
    expect(data).toMatchObject({ verifyAudit: { __typename: "AuditChainSuccess" } });
    for (let tries = 0; tries < 200; tries += 1) {
      const now = await chain();
      if (now.verification === null && (await lastSequence()) > before) return now;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error("The verification did not come to its end");
  };

  it("has no verdict before it was verified", async () => {
    expect(await chain()).toMatchObject({ verdict: null, verification: null, published: null });
  });

  it("is verified on demand: sound, and anchored at the head that was published", async () => {
    await writeHead(installation.as(), auditHeads);
    const anchored = await lastSequence();
    const at = installation.clock.now().toISOString();
    expect(await verify()).toEqual({
      head: anchored + 1,
      published: { sequence: anchored, at },
      verification: null,
      verdict: {
        isSound: true,
        links: anchored,
        younger: 0,
        verifiedAt: at,
        verifiedBy: "The person auditor",
        broken: null,
        anchor: { sequence: anchored, at },
      },
    });
    const [entry] = (await listed({ filter: { act: "audit.verify" } })).edges;
    expect(entry?.node).toMatchObject({ actorName: "The person auditor", actName: "核对审计链" });
  });

  it("is verified for nobody else", async () => {
    const before = await lastSequence();
    for (const mutation of ["verifyAudit", "cancelAuditVerification"]) {
      const document = `mutation { ${mutation} { __typename ... on Problem { code } } }`;
      for (const [who, code] of [
        ["hall", "ROLE_MISSING"],
        ["stranger", "NOT_SIGNED_IN"],
      ] as const) {
        expect((await ask(document, {}, who)).data).toEqual({
          [mutation]: { __typename: "NotAllowedProblem", code },
        });
      }
    }
    expect(await lastSequence()).toBe(before);
  });

  it("is broken where a superuser changed it, and says so to whoever asks next", async () => {
    await installation.sql("update audit_entry set actor_id = 'nobody' where sequence = 3");
    expect(await verify()).toMatchObject({
      verdict: {
        isSound: false,
        links: 2,
        broken: { sequence: 3, fault: "COLUMN", message: "检索列与内容不符：列被改动" },
      },
    });
  });

  it("keeps no forged verdict: the entry that says it is sound must be ours", async () => {
    await installation.sql(
      `update audit_entry set body = replace(body, '"sound":false', '"sound":true') where act = 'audit.verify'`,
    );
    expect(await chain()).toMatchObject({ verdict: { isSound: false } });
    // In a process that has verified nothing itself, there is no verdict.
    const other = await createServer(installation, { logLevel: "silent", trustProxy: false });
    try {
      const response = await other.inject({
        method: "POST",
        url: "/graphql",
        headers: { cookie: cookies["auditor"] },
        payload: { query: "{ auditChain { verdict { isSound } } }" },
      });
      expect(response.json()).toEqual({ data: { auditChain: { verdict: null } } });
    } finally {
      await other.close();
    }
  });
});

describe("the words of the audit", () => {
  it("are there in both languages for every act that the code performs", async () => {
    const source = join(import.meta.dirname, "../../src");
    const files = (await readdir(source, { recursive: true })).filter(
      (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
    );
    const performed = new Set<string>();
    for (const file of files) {
      const text = await readFile(join(source, file), "utf8");
      if (!/\bperform\b|changeScorecard|act:/.test(text) || file.endsWith("act-words.ts")) continue;
      for (const [, act] of text.matchAll(
        /(?:perform(?:<[^(]*>)?\(\s*[\w.]+,\s*|act:\s*|act = |changeScorecard\(\s*\w+,\s*)"([a-z]+(?:-[a-z]+)*\.[a-z-]+)"/g,
      ))
        performed.add(act ?? "");
    }
    for (const act of ["pause", "resume", "complete", "hand-over", "mail"])
      performed.add(`case.${act}`);
    for (const decision of ["confirm", "override"]) performed.add(`scorecard.${decision}-row`);
    expect(performed.size).toBeGreaterThan(30);
    const ask = (locale: string) =>
      api.execute(
        "{ auditWords { acts { name label } } }",
        {},
        {
          cookie: cookies["auditor"] ?? null,
          headers: { "accept-language": locale },
        },
      );
    for (const locale of ["zh-CN", "en"]) {
      const { data } = await ask(locale);
      const { acts } = data?.["auditWords"] as unknown as {
        acts: { name: string; label: string }[];
      };
      const worded = new Map(acts.map(({ name, label }) => [name, label]));
      expect([...performed].filter((act) => !worded.has(act))).toEqual([]);
      expect(
        acts.filter(({ label }) => /\p{Script=Han}/u.test(label) !== (locale === "zh-CN")),
      ).toEqual([]);
      expect([...worded.keys()].filter((act) => !performed.has(act))).toEqual([]);
    }
  });
});
