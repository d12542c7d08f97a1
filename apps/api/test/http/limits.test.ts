import { readdirSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { type Answer, createTestServer, type TestServer } from "../create-test-server.ts";
import { movableClock } from "../movable-clock.ts";

const clock = movableClock("2026-11-23T09:00:00+08:00");
let installation: TestInstallation;
let api: TestServer;
let authorization = "";

beforeAll(async () => {
  installation = await createTestInstallation(clock);
  api = await createTestServer(installation, {
    limits: {
      streams: { all: 5, each: 2 },
      uploads: { all: 2, each: 1 },
      budget: { client: 10_000, anonymous: 100 },
    },
  });
  authorization = `Bearer ${await installation.apiKey()}`;
});
afterAll(async () => {
  await api.close();
  await installation.close();
});
// A minute later every budget is whole.
beforeEach(() => clock.advance({ minutes: 1 }));

const ask = (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
  api.execute(query, variables, { own: true, headers: { authorization } });
const nested = (depth: number): string =>
  "{ cases { edges { node " + "{ vendor ".repeat(depth) + "{ id }" + " }".repeat(depth) + " } } }";
const many = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(" ");

describe("a document of a program", () => {
  it.each<[string, string]>([
    ["DOCUMENT_TOO_LONG", `{ regions { ${many(1_000, () => "code")} } }`],
    ["DOCUMENT_TOO_LONG", `{ a(x: ${"[".repeat(600)}${"]".repeat(600)}) }`],
    ["DOCUMENT_TOO_DEEP", nested(8)],
    [
      "DOCUMENT_TOO_DEEP",
      `{ cases { edges { node { ...a } } } } ${many(8, (i) => `fragment ${"abcdefghi"[i]} on Case { vendor { ...${"abcdefghi"[i + 1]} } }`)} fragment i on Vendor { id }`,
    ],
    ["TOO_MANY_ALIASES", `{ ${many(11, (i) => `a${i}: viewer { name }`)} }`],
    [
      "TOO_MANY_ROOT_FIELDS",
      `{ ${many(3, () => "viewer { name } regions { code } vendors { id } board { day }")} }`,
    ],
    ["TOO_MANY_ROOT_FIELDS", "mutation { signOut signOut }"],
    ["TOO_MANY_REPEATS", "{ viewer { name name name name } }"],
    ["TOO_MANY_REPEATS", "{ viewer { name } viewer { name } viewer { name } viewer { name } }"],
    [
      "TOO_MANY_DIRECTIVES",
      `{ viewer { ${many(11, (i) => `${["name", "id"][i % 2]} @skip(if: false)`).replace(/(?:\S+ @skip\(if: false\) ?){6}/g, "$& ... { id @include(if: true) } ")} } }`,
    ],
    [
      "TOO_MANY_FRAGMENTS",
      `{ viewer { name } } ${many(21, (i) => `fragment f${i} on Viewer { name }`)}`,
    ],
    ["TOO_MANY_OPERATIONS", many(6, (i) => `query q${i} { viewer { name } }`)],
    [
      "FRAGMENT_CYCLE",
      "{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }",
    ],
    [
      "TOO_MANY_FIELDS",
      `{ viewer { ...f0 } } ${many(9, (i) => `fragment f${i} on Viewer { ... { ...f${i + 1} } ... { ...f${i + 1} } }`)} fragment f9 on Viewer { id name }`,
    ],
    [
      "COST_TOO_HIGH",
      "{ cases(first: 100) { edges { node { number explanation { steps { code title detail clause } verdict } } } } }",
    ],
  ])("is refused with %s and the limit: %s", async (code, query) => {
    const { status, errors } = await ask(query);
    expect([status, errors[0]?.extensions["code"]]).toEqual([400, code]);
    const { limit } = errors[0]?.extensions ?? {};
    expect(limit).toEqual(expect.any(Number));
    if (code !== "FRAGMENT_CYCLE") expect(errors[0]?.message).toContain(String(limit));
  });

  it("may be as long as the longest of the guide, and a whole page of cases", async () => {
    const fields =
      "id number applicantName identityNumber requestKind channel delivery state receivedAt completedAt dueAt elapsedMs vendor { id name } region { code name } pauses { from to reason }";
    const { status, errors } = await ask(
      `query ($first: Int) { cases(first: $first) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${fields} } } } }`,
      { first: 100 },
    );
    expect(errors).toEqual([]);
    expect(status).toBe(200);
  });

  it.each([
    ["{ cases(first: 100) { edges { node { number } } } }", {}],
    ["query ($n: Int = 100) { cases(first: $n) { edges { node { number } } } }", {}],
    ["query ($n: Int) { cases(last: $n) { edges { node { number } } } }", { n: 100 }],
    [
      "query ($n: Int) { cases(first: $n) { ...p } } fragment p on CaseConnection { edges { node { number } } }",
      { n: 100 },
    ],
  ])("costs what its page holds, however it says so: %s", async (query, variables) => {
    const { headers } = await ask(query, variables);
    expect(headers.get("ratelimit")).toMatch(/^"cost";r=9[67]\d\d;t=[12]$/);
  });

  it("is one in a request", async () => {
    const body = JSON.stringify([{ query: "{ viewer { name } }" }]);
    const response = await fetch(`${api.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization },
      body,
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("BATCH_REFUSED");
  });

  it.each([
    ["many", Array.from({ length: 3_000 }, () => 1)],
    ["deep", JSON.parse(`${"[".repeat(5_000)}${"]".repeat(5_000)}`)],
  ])("has variables that are not too %s", async (_what, value) => {
    const { status, errors } = await ask("{ viewer { name } }", { value });
    expect([status, errors[0]?.extensions["code"]]).toEqual([400, "VARIABLES_TOO_LARGE"]);
  });
});

describe("a budget", () => {
  it("is a machine's own, told with every answer, and comes back with time", async () => {
    const page =
      "{ cases(first: 100) { edges { node { id number state receivedAt completedAt } } } }";
    const answers: Answer[] = [];
    for (let count = 0; count < 20; count += 1) answers.push(await ask(page));
    expect(answers[0]?.headers.get("ratelimit-policy")).toBe('"cost";q=10000;w=60');
    const spent = answers.filter(({ status }) => status === 429);
    expect(spent.length).toBeGreaterThan(2);
    expect(spent[0]?.errors[0]?.extensions["code"]).toBe("BUDGET_SPENT");
    const retryAfter = Number(spent.at(-1)?.headers.get("retry-after"));
    expect(retryAfter).toBeGreaterThan(0);
    const other = `Bearer ${await installation.apiKey()}`;
    const { status } = await api.execute(
      page,
      {},
      { own: true, headers: { authorization: other } },
    );
    expect(status).toBe(200);
    clock.advance({ ms: retryAfter * 1000 });
    expect((await ask(page)).status).toBe(200);
  });

  it("is spent on files too: forms by a machine, heads of the audit by whoever asks", async () => {
    const form = await fetch(`${api.address}/forms/${crypto.randomUUID()}.docx`, {
      headers: { authorization },
    });
    expect([form.status, form.headers.get("ratelimit")]).toEqual([404, '"cost";r=9900;t=1']);
    const heads = await Promise.all([1, 2, 3].map(() => fetch(`${api.address}/audit-heads.jsonl`)));
    expect(heads.map(({ status }) => status)).toEqual([200, 200, 429]);
  });

  it("of nobody is the address's, and does not touch those who signed in", async () => {
    await installation.account("wang", ["EVALUATOR"]);
    let last = 0;
    for (let count = 0; count < 10; count += 1)
      last = (await api.execute("{ regions { code name } }", {}, { own: true })).status;
    expect(last).toBe(429);
    const cookie = await api.signIn("wang");
    expect((await api.execute("{ viewer { name } }", {}, { cookie })).status).toBe(200);
    expect((await ask("{ viewer { name } }")).status).toBe(200);
  });

  it("of an address is not had anew by writing another one before it", async () => {
    const behind = await createTestServer(installation, {
      proxies: 1,
      limits: { budget: { client: 10_000, anonymous: 100 } },
    });
    let last = 0;
    for (let count = 0; count < 10; count += 1) {
      const headers = { "x-forwarded-for": `203.0.113.${count}, 198.51.100.7` };
      const document = "{ regions { code name } }";
      last = (await behind.execute(document, {}, { own: true, headers })).status;
    }
    await behind.close();
    expect(last).toBe(429);
  });

  it("is charged for what is refused, too", async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 102; count += 1)
      statuses.push((await api.execute("{ board { day } }", {}, { own: true })).status);
    expect(statuses.slice(0, 90)).toEqual(Array(90).fill(401));
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("files that are being sent", () => {
  it("are few of a vendor and so many in all, are told so, and take no place of a request", async () => {
    const crowded = await createTestServer(installation, {
      limits: { inFlight: 1, uploads: { all: 2, each: 1 } },
    });
    const people = ["uploads1", "uploads2", "uploads3"];
    for (const [index, code] of ["NMG", "XS"].entries())
      await installation.account(people[index]!, ["VENDOR_MANAGER"], {
        vendorId: await installation.vendorId(code),
      });
    await installation.account(people[2]!, ["HALL_MANAGER"]);
    const sessions: string[] = [];
    for (const one of people) sessions.push(await crowded.signIn(one));
    const upload = (cookie: string, body: RequestInit["body"]) =>
      fetch(`${crowded.address}/imports`, {
        method: "POST",
        headers: { cookie, "content-type": "application/octet-stream", "x-file-name": "a.csv" },
        body: body as string,
        duplex: "half",
      } as RequestInit);
    const slow: { writer: WritableStreamDefaultWriter<Uint8Array>; answer: Promise<Response> }[] =
      [];
    for (const cookie of sessions.slice(0, 2)) {
      const body = new TransformStream<Uint8Array, Uint8Array>();
      const writer = body.writable.getWriter();
      void writer.write(Buffer.from("受理编号,"));
      slow.push({ writer, answer: upload(cookie, body.readable) });
      // Until it has a seat of its own it takes the one place that there is.
      const lying = () => readdirSync(join(crowded.uploads, String(process.pid)));
      await expect.poll(lying).toHaveLength(slow.length);
    }
    for (const cookie of [sessions[0]!, sessions[2]!]) {
      // Large enough that its end is still on its way when the answer is known.
      const refused = await upload(cookie, "a,b\n".repeat(2_000_000));
      expect(refused.status).toBe(429);
      expect(refused.headers.get("retry-after")).toBe("10");
      expect(await refused.json()).toMatchObject({ code: "TOO_MANY_UPLOADS" });
    }
    // So does one whose end is still to come.
    const endless = new TransformStream<Uint8Array, Uint8Array>();
    const more = endless.writable.getWriter();
    const refused = upload(sessions[0]!, endless.readable);
    for (let part = 0; part < 16; part += 1) await more.write(new Uint8Array(2 ** 20));
    expect((await crowded.execute("{ regions { code } }")).status).toBe(200);
    await more.close();
    expect((await refused).status).toBe(429);
    for (const { writer } of slow) await writer.close();
    for (const { answer } of slow) expect((await answer).status).toBe(422);
    expect((await upload(sessions[2]!, "a,b")).status).toBe(422);
    await crowded.close();
  });
});

describe("live streams", () => {
  const open = async (cookie: string) => {
    const stop = new AbortController();
    const response = await fetch(`${api.address}/events`, {
      headers: { cookie },
      signal: stop.signal,
    });
    return { status: response.status, response, stop };
  };

  it("are few of a person and so many in all, and given back", async () => {
    const people = ["streams1", "streams2", "streams3"];
    for (const one of people) await installation.account(one, ["EVALUATOR"]);
    const sessions = await Promise.all(people.map((one) => api.signIn(one)));
    const [first = ""] = sessions;
    const more = await api.signIn("streams1");
    const own = await Promise.all([first, more, first].map((one) => open(one)));
    expect(own.map(({ status }) => status).toSorted()).toEqual([200, 200, 429]);
    const refused = own.find(({ status }) => status === 429);
    expect(await refused?.response.json()).toMatchObject({ code: "TOO_MANY_STREAMS" });
    expect(refused?.response.headers.get("retry-after")).toBe("10");
    const others = await Promise.all(sessions.slice(1).flatMap((one) => [open(one), open(one)]));
    expect(others.filter(({ status }) => status === 200)).toHaveLength(3);
    for (const { stop } of [...own, ...others]) stop.abort();
    await expect
      .poll(async () => {
        const again = await open(first);
        again.stop.abort();
        return again.status;
      })
      .toBe(200);
  });
});
