import { randomUUID } from "node:crypto";

import {
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { Role } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { buildApiSchema } from "../../src/app/build-schema.ts";
import { operationsOf } from "../../src/app/operation-acts.ts";
import { csvOf } from "../case-file.ts";
import type { TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import { createSampleInstallation } from "../sample.ts";
import { asked } from "./asked.ts";
import { askingFor, fieldOf } from "./whole-document.ts";
import { createPeople, createWorld, type Relation, relations, type World } from "./world.ts";

/** Machines of the own region, by what their key may read. */
const machines = ["READ_CASES", "READ_SCORECARDS", "revoked"] as const;
const people = [...Object.values(Role), "nobody"] as const;

let installation: TestInstallation;
let api: TestServer;
let world: World;
let schema: GraphQLSchema;
/** The headers by which each caller says who it is. */
const headersOf: Record<string, Record<string, string>> = { nobody: {} };

beforeAll(async () => {
  installation = await createSampleInstallation();
  await createPeople(installation);
  world = await createWorld(installation);
  schema = buildApiSchema();
  api = await createTestServer(installation, {
    limits: { budget: { client: 10_000_000, anonymous: 10_000_000 } },
  });
  for (const role of Object.values(Role))
    headersOf[role] = { cookie: await api.signIn(role.toLowerCase()) };
  for (const machine of machines) {
    const scope = machine === "revoked" ? "READ_CASES" : machine;
    const standing = await keys();
    headersOf[machine] = { authorization: `Bearer ${await installation.apiKey([scope])}` };
    const made = (await keys()).filter((id) => !standing.includes(id));
    if (machine === "revoked")
      await installation.sql(
        "update integration_key set revoked_at = created_at where id = any ($1)",
        [made],
      );
  }
}, 300_000);
afterAll(async () => {
  await api.close();
  await installation.close();
});

const keys = async (): Promise<string[]> =>
  (await installation.sql<{ id: string }>("select id from integration_key")).map(({ id }) => id);

/** What a program would ask an operation, within its limits: the leaves, and the nodes of a page. */
function documentOf(operation: string): string {
  const [root = "", name = ""] = operation.split(".");
  const field = fieldOf(schema, root, name);
  return askingFor(root, field, selection(getNamedType(field.type), 4));
}

function selection(type: GraphQLNamedType, depth: number): string {
  if (isLeafType(type)) return "";
  if (!isObjectType(type)) return "{ __typename ... on Problem { code } }";
  const fields = Object.values(type.getFields()).filter((field) => {
    const inner = getNamedType(field.type);
    const isPage = depth > 1 && (field.name === "edges" || field.name === "node");
    return !field.args.some(isRequiredArgument) && (isLeafType(inner) || isPage);
  });
  const parts = fields.map(
    ({ name, type: inner }) => `${name} ${selection(getNamedType(inner), depth - 1)}`,
  );
  return `{ __typename ${parts.join(" ")} }`;
}

/** `g` granted, `a` absent or empty, `r` refused, `n` sign in first, `k` no such key, `i` no such input. */
const letters: Readonly<Record<string, string>> = {
  NOT_SIGNED_IN: "n",
  NOT_ALLOWED: "r",
  SCOPE_MISSING: "r",
  API_KEY_REVOKED: "k",
  BAD_USER_INPUT: "i",
};

async function letterOf(operation: string, way: string, relation: Relation, machine: string) {
  const variables = asked[operation]?.[way]?.(world[relation]) ?? {};
  const headers = headersOf[machine] ?? {};
  const answer = await api.execute(documentOf(operation), variables, { own: true, headers });
  const code = String(answer.errors[0]?.extensions["code"] ?? "");
  if (code) return { text: answer.text, letter: letters[code] ?? `!${code} ` };
  const value = answer.data?.["answer"] as unknown as Readonly<Record<string, unknown>> | null;
  const problem = value?.["code"];
  const isProblem = String(value?.["__typename"]).endsWith("Problem");
  if (isProblem)
    return { text: answer.text, letter: letters[String(problem)] ?? `!${String(problem)} ` };
  const rows = Array.isArray(value) ? value : value?.["edges"];
  const isEmpty = value === null || (Array.isArray(rows) && rows.length === 0);
  return { text: answer.text, letter: isEmpty ? "a" : "g" };
}

describe("a machine", () => {
  it("is answered about its region and scopes as the reviewed table says, and changes nothing", async () => {
    const report = [`# ${machines.join(" ")}`];
    const leaks: string[] = [];
    for (const operation of operationsOf(schema)) {
      for (const [way, make] of Object.entries(asked[operation] ?? {})) {
        let line = `${operation} ${way}:`;
        for (const relation of make.length === 0 ? (["own"] as const) : relations) {
          line += ` ${relation} `;
          for (const machine of machines) {
            const { letter, text } = await letterOf(operation, way, relation, machine);
            line += letter;
            for (const foreign of ["otherRegion", "neither"] as const) {
              const { caseId, running, paused, toMail, toHandOver } = world[foreign];
              for (const secret of [caseId, running, paused, toMail, toHandOver])
                if (text.includes(secret)) leaks.push(`${line}: ${secret} of ${foreign}`);
            }
          }
        }
        report.push(line);
      }
    }
    expect(leaks).toEqual([]);
    expect(report.filter((line) => line.includes("!"))).toEqual([]);
    await expect(`${report.join("\n")}\n`).toMatchFileSnapshot("expected-machines.txt");
  }, 300_000);
});

describe("a door beside the API", () => {
  const callers = [...people, ...machines];
  const knock = async (path: string, headers: Record<string, string>, init: RequestInit = {}) => {
    const stop = new AbortController();
    const { status } = await fetch(`${api.address}${path}`, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string>) },
      signal: stop.signal,
    });
    stop.abort();
    return status;
  };
  const upload = (vendorId: string | null): RequestInit => ({
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      "x-file-name": "a.csv",
      ...(vendorId ? { "x-vendor": vendorId } : {}),
    },
    body: csvOf([{}]),
  });

  it("opens to each caller as the reviewed table says", async () => {
    const doors: (readonly [name: string, path: string, init?: RequestInit])[] = [
      ["GET /livez", "/livez"],
      ["GET /readyz", "/readyz"],
      ["GET /audit-heads.jsonl", "/audit-heads.jsonl"],
      ["GET /events", "/events"],
      ["GET /sign-in/oidc", "/sign-in/oidc"],
      ["GET /sign-in/oidc/return", "/sign-in/oidc/return?state=a&code=b"],
      ["POST /imports", "/imports", upload(null)],
      ...relations.map(
        (relation) =>
          [`POST /imports for ${relation}`, "/imports", upload(world[relation].vendorId)] as const,
      ),
      ...(["sent", "proposed"] as const).flatMap((form) =>
        relations.map(
          (relation) =>
            [`GET /forms ${form} ${relation}`, `/forms/${world[relation][form]}.docx`] as const,
        ),
      ),
      ["GET /forms of no id", "/forms/1.docx"],
      ["GET of nothing", `/${randomUUID()}.json`],
    ];
    const report = [`# ${callers.join(" ")}`];
    for (const [name, path, init] of doors) {
      const statuses = [];
      for (const caller of callers) statuses.push(await knock(path, headersOf[caller] ?? {}, init));
      report.push(`${name}: ${statuses.join(" ")}`);
    }
    expect(report.filter((line) => / 5\d\d/.test(line))).toEqual([]);
    await expect(`${report.join("\n")}\n`).toMatchFileSnapshot("expected-doors.txt");
  }, 120_000);
});
