import { Role } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { systemClock } from "../../src/platform/clock/clock.ts";
import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";

let installation: TestInstallation;
let http: TestServer;
let clerk = "";
let manager = "";
beforeAll(async () => {
  installation = await createTestInstallation(systemClock);
  http = await createTestServer(installation);
  const vendorId = await installation.vendorId("NMG");
  await installation.account("clerk", [Role.WINDOW_CLERK], { vendorId });
  await installation.account("manager", [Role.HALL_MANAGER]);
  await installation.account("evaluator", [Role.EVALUATOR]);
  clerk = await http.signIn("clerk");
  manager = await http.signIn("manager");
});
afterAll(async () => {
  await http.close();
  await installation.close();
});

const acceptDocument = `mutation ($input: AcceptCaseInput!) {
  acceptCase(input: $input) {
    __typename
    ... on CaseActSuccess { case { id version number state dueAt permissions { pause { allowed } resume { allowed code } } } }
    ... on CaseFaultsProblem { faults { code field message } }
    ... on Problem { code message }
  }
}`;
const input = {
  number: "HTTP-1",
  channel: "ONSITE",
  requestKind: "NEW",
  applicantKind: "ORGANIZATION",
  applicantName: "某单位",
  identityNumber: "91110000802100433B",
  delivery: "PICKUP",
};

/** Reads a stream until an event of a name is the last one wanted; answers the data of all. */
async function hear(
  cookie: string,
  name: string,
  meanwhile: () => Promise<unknown>,
  isLast: (event: { sequence: number }) => Promise<boolean> = async () => true,
) {
  const stop = new AbortController();
  const response = await fetch(`${http.address}/events`, {
    headers: { cookie },
    signal: stop.signal,
  });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const heard: { sequence: number }[] = [];
  let text = "";
  let begun = false;
  for await (const part of response.body ?? []) {
    text += Buffer.from(part as Uint8Array).toString("utf8");
    const events = text.split("\n\n").slice(0, -1);
    if (!begun && events.some((event) => event.includes("event: hello"))) {
      begun = true;
      void meanwhile();
    }
    heard.splice(0);
    for (const event of events.filter((one) => one.includes(`event: ${name}`))) {
      heard.push(JSON.parse(/data: (.*)/.exec(event)?.[1] ?? "{}") as { sequence: number });
    }
    const last = heard[heard.length - 1];
    if (last !== undefined && (await isLast(last))) break;
  }
  stop.abort();
  return heard;
}

describe("the stream of events", () => {
  it("is for those who signed in", async () => {
    const response = await fetch(`${http.address}/events`);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: "NOT_SIGNED_IN", message: "请先登录" });
  });

  it("tells a second browser of an act, with the sequence of its audit entry", async () => {
    const accepted = async (): Promise<number> => {
      await http.execute(
        acceptDocument,
        { input: { ...input, number: "HTTP-2" } },
        { cookie: clerk },
      );
      const [entry] = await installation.sql<{ sequence: string }>(
        "select sequence from audit_entry where act = 'case.accept' order by sequence desc limit 1",
      );
      return Number(entry?.sequence);
    };
    const sequence = Promise.withResolvers<number>();
    const heard = await hear(
      manager,
      "act",
      () => accepted().then(sequence.resolve, sequence.reject),
      // Word of an act before it, such as a sign-in, may still be on its way.
      async (last) => last.sequence >= (await sequence.promise),
    );
    expect(heard.map((act) => act.sequence)).toContain(await sequence.promise);
  });

  it("says where it stands when it begins again after a gap", async () => {
    const [hello] = await hear(manager, "hello", async () => {});
    const [head] = await installation.sql<{ sequence: string }>("select sequence from audit_head");
    expect(hello?.sequence).toBe(Number(head?.sequence));
  });

  it("ends with the server, also where it was asked for while the server began to end", async () => {
    const other = await createTestServer(installation);
    const cookie = await other.signIn("manager");
    const arrived = new Promise<void>((resolve) => {
      other.server.server.once("request", () => resolve());
    });
    const asked = fetch(`${other.address}/events`, { headers: { cookie } });
    await arrived;
    await other.close();
    expect(await asked.then((response) => response.text())).toContain("event: hello");
  });
});

describe("live acts over HTTP", () => {
  it("accepts a case, shows it on the board, and says what may be done to it", async () => {
    const accepted = await http.execute(acceptDocument, { input }, { cookie: clerk });
    expect(accepted.data).toMatchObject({
      acceptCase: {
        __typename: "CaseActSuccess",
        case: {
          version: 1,
          state: "RUNNING",
          permissions: {
            pause: { allowed: true },
            resume: { allowed: false, code: "ACT_DOES_NOT_FIT" },
          },
        },
      },
    });
    const board = await http.execute(
      `{ board { asOf day onsite { remainingMs openPause { reason } case { number vendor { name } permissions { complete { allowed } } } } } }`,
      {},
      { cookie: manager },
    );
    expect(board.data).toMatchObject({
      board: {
        onsite: expect.arrayContaining([
          expect.objectContaining({
            openPause: null,
            case: {
              number: "HTTP-1",
              vendor: { name: "内蒙古CA" },
              permissions: { complete: { allowed: false } },
            },
          }),
        ]),
      },
    });
  });

  it("names the fields at fault in the caller's language", async () => {
    const refused = await http.execute(
      acceptDocument,
      { input: { ...input, number: "HTTP-3", identityNumber: "91110000802100433C" } },
      { cookie: clerk, headers: { "accept-language": "en" } },
    );
    expect(refused.data).toMatchObject({
      acceptCase: {
        __typename: "CaseFaultsProblem",
        faults: [
          {
            code: "USCC_INVALID",
            field: "IDENTITY_NUMBER",
            message: "The unified social credit code is not valid",
          },
        ],
      },
    });
  });

  it("tells the second of two clerks what stands now", async () => {
    const accepted = await http.execute(
      acceptDocument,
      { input: { ...input, number: "HTTP-4" } },
      { cookie: clerk },
    );
    const { id } = (accepted.data as unknown as { acceptCase: { case: { id: string } } }).acceptCase
      .case;
    const complete = `mutation ($input: CaseActInput!) { completeCase(input: $input) {
      __typename ... on CaseActSuccess { case { version state } } ... on CaseChangedProblem { code case { version state completedAt } } } }`;
    const first = await http.execute(complete, { input: { id, version: 1 } }, { cookie: clerk });
    expect(first.data).toMatchObject({ completeCase: { case: { version: 2, state: "MET" } } });
    const second = await http.execute(complete, { input: { id, version: 1 } }, { cookie: clerk });
    expect(second.data).toMatchObject({
      completeCase: {
        __typename: "CaseChangedProblem",
        code: "CHANGED_MEANWHILE",
        case: { version: 2, state: "MET" },
      },
    });
  });
});

describe("the form as a file", () => {
  it("is for those who may export it, and absent for the others", async () => {
    const evaluator = await http.signIn("evaluator");
    const proposed = await http.execute(
      `mutation { proposeScorecards(quarter: "2026Q3") { ... on ProposeScorecardsSuccess { scorecards { id vendor { code } } } } }`,
      {},
      { cookie: evaluator },
    );
    const { scorecards } = (
      proposed.data as unknown as {
        proposeScorecards: { scorecards: { id: string; vendor: { code: string } }[] };
      }
    ).proposeScorecards;
    const form = (id: string, cookie = ""): Promise<Response> =>
      fetch(`${http.address}/forms/${id}.docx`, { headers: { cookie } });
    const id = scorecards[0]?.id ?? "";
    const file = await form(id, evaluator);
    expect(file.status).toBe(200);
    expect(file.headers.get("content-disposition")).toContain(
      encodeURIComponent("内蒙古CA-2026Q3.docx"),
    );
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    expect((await form(id)).status).toBe(401);
    expect((await form(id, clerk)).status).toBe(403);
    expect((await form("none", evaluator)).status).toBe(404);
  });
});
