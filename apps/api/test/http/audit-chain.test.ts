import { mkdtemp, readFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { writeHead } from "../../src/modules/audit/index.ts";
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
    ["hall", "HALL_MANAGER"],
  ] as const) {
    await installation.account(username, [role]);
    cookies[username] = await api.signIn(username);
  }
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

const ask = async (query: string, variables = {}, who = "auditor") =>
  api.execute(query, variables, { cookie: cookies[who] ?? null });
const lastSequence = async (): Promise<number> =>
  Number(
    (await installation.sql<{ max: string }>("select max(sequence) from audit_entry"))[0]?.max,
  );

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
    const { data } = await ask(
      `{ auditEntries(filter: { act: "audit.verify" }) { edges { node { actorName actName } } } }`,
    );
    expect(data).toEqual({
      auditEntries: {
        edges: [{ node: { actorName: "The person auditor", actName: "核对审计链" } }],
      },
    });
  });

  it("has its heads read by anybody, those that are not kept yet", async () => {
    const anchored = await lastSequence();
    await installation.account("auditor-two", ["AUDITOR"]);
    await writeHead(installation.as(), auditHeads);
    const latest = await lastSequence();
    const read = async (query: string) => {
      const { statusCode, headers, body } = await api.server.inject(`/audit-heads.jsonl${query}`);
      return { status: statusCode, type: headers["content-type"], body };
    };
    const whole = await readFile(auditHeads, "utf8");
    const all = await read("");
    expect(all).toEqual({ status: 200, type: "application/jsonl; charset=utf-8", body: whole });
    const later = await read(`?after=${anchored - 1}`);
    expect(whole.endsWith(later.body)).toBe(true);
    expect(
      later.body
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).sequence)
        .at(-1),
    ).toBe(latest);
    expect((await read(`?after=${latest}`)).body).toBe("");
    await installation.account("auditor-three", ["AUDITOR"]);
    await writeHead(installation.as(), auditHeads);
    expect((await read(`?after=${latest}`)).body.match(/\n/g)).toHaveLength(1);
    for (const query of ["?after=x", "?after=-1", "?after=1&after=2", "?after="])
      expect(await read(query)).toMatchObject({ status: 400 });
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
    const other = await createTestServer(installation);
    try {
      const { data } = await other.execute(
        "{ auditChain { verdict { isSound } } }",
        {},
        { cookie: cookies["auditor"] ?? null },
      );
      expect(data).toEqual({ auditChain: { verdict: null } });
    } finally {
      await other.close();
    }
  });
});
