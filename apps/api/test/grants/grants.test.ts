import { getNamedType, isInputObjectType, type GraphQLSchema } from "graphql";
import { reachOf, RefusalCode, Role } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { buildApiSchema } from "../../src/app/build-schema.ts";
import { operationActs, operationsOf } from "../../src/app/operation-acts.ts";
import { announcePolicyVersion, loadRuleBook } from "../../src/modules/calendar/index.ts";
import type { AuditSink } from "../../src/platform/orm/act.ts";
import type { TestInstallation } from "../create-test-installation.ts";
import { type Answer, createTestServer, type TestServer } from "../create-test-server.ts";
import { expectOk } from "../expect-result.ts";
import { createSampleInstallation } from "../sample.ts";
import { asked, policyIds } from "./asked.ts";
import { fieldOf, wholeDocument } from "./whole-document.ts";
import { createPeople, createWorld, type Relation, relations, type World } from "./world.ts";

const roles = Object.values(Role);
const callers = [...roles, "nobody"] as const;
type CallerName = (typeof callers)[number];

/** Relations whose things a role has nothing to do with, whatever its table says. */
const foreign: Readonly<Partial<Record<CallerName, readonly Relation[]>>> = {
  VENDOR_MANAGER: ["otherVendor", "neither"],
  WINDOW_CLERK: ["otherVendor", "neither"],
  BANNER_OFFICER: ["otherRegion", "neither"],
  BANNER_INTEGRATION: ["otherRegion", "neither"],
};

let installation: TestInstallation;
let api: TestServer;
let world: World;
let schema: GraphQLSchema;
let operations: readonly string[];
const cookies: Partial<Record<CallerName, string>> = {};
const done = new Set<string>();

/** An act that came to its end was allowed; it is undone, so that everybody meets the same world. */
const undoing: AuditSink = async (_tx, { requestId }) => {
  done.add(requestId);
  throw new Error("allowed, and undone");
};

beforeAll(async () => {
  installation = await createSampleInstallation();
  await createPeople(installation);
  world = await createWorld(installation);
  const admin = installation.as(installation.caller({ roles: [Role.CENTRE_ADMINISTRATOR] }));
  const book = await loadRuleBook(admin.em);
  policyIds.future = expectOk(
    await announcePolicyVersion(admin, {
      newestId: book.newestPolicy.id,
      validFrom: "2026-12-15",
      values: [{ key: "onsiteLimitMinutes", value: "25" }],
      reason: null,
    }),
  ).id;
  policyIds.newest = policyIds.future;
  const signing = await createTestServer(installation);
  for (const role of roles) cookies[role] = await signing.signIn(role.toLowerCase());
  await signing.close();
  api = await createTestServer({ ...installation, audit: undoing });
  schema = buildApiSchema();
  operations = operationsOf(schema);
}, 300_000);
afterAll(async () => {
  await api.close();
  await installation.close();
});

/** `g` granted, `a` absent or empty, `r` refused, `n` sign in first, `i` no such input, `p` a problem that is no refusal. */
function letterOf(answer: Answer, isDone: boolean): string {
  const [error] = answer.errors;
  const code = error?.extensions["code"];
  if (isDone) return "g";
  if (code === "NOT_SIGNED_IN") return "n";
  if (code === "NOT_ALLOWED") return "r";
  if (code === "BAD_USER_INPUT") return "i";
  if (error) return `!${String(code)} ${error.message} `;
  const value = answer.data?.["answer"] as unknown;
  if (isEmpty(value)) return "a";
  const problem = problemOf(value);
  if (problem === null) return "g";
  if (problem === "NOT_SIGNED_IN") return "n";
  if (problem.endsWith("NOT_FOUND")) return "a";
  return problem in RefusalCode && problem !== "ACT_DOES_NOT_FIT" ? "r" : `p`;
}

const isEmpty = (value: unknown): boolean => {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  const edges = Object.entries(value).find(([key]) => key.endsWith("__edges"))?.[1] as unknown;
  return Array.isArray(edges) && edges.length === 0;
};

const problemOf = (value: unknown): string | null => {
  const name = (value as { __typename?: string }).__typename ?? "";
  const code = (value as Record<string, unknown>)[`${name}__code`];
  return name.endsWith("Problem") && typeof code === "string" ? code : null;
};

/** Every `Type.field` with a value in an answer. */
function fieldsIn(value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) fieldsIn(one, into);
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (inner !== null && key.includes("__") && key !== "__typename")
        into.add(key.replace("__", "."));
      fieldsIn(inner, into);
    }
  }
}

/** Whether the domain's table of grants gives the operation's act to a caller at all. */
function isGranted(operation: string, caller: CallerName): boolean {
  const act = operationActs[operation];
  if (act === undefined || act === "PUBLIC") return act === "PUBLIC";
  return caller !== "nobody" && (act === "SIGNED_IN" || reachOf(caller, act) !== null);
}

interface Asking {
  readonly operation: string;
  readonly way: string;
  readonly relation: Relation;
}
const askings = (): Asking[] =>
  operations.flatMap((operation) =>
    Object.entries(asked[operation] ?? {}).flatMap(([way, make]) =>
      // What names nobody's things is asked once.
      (make.length === 0 ? (["own"] as const) : relations).map((relation) => ({
        operation,
        way,
        relation,
      })),
    ),
  );

async function ask({ operation, way, relation }: Asking, caller: CallerName) {
  const variables = asked[operation]?.[way]?.(world[relation]) ?? {};
  const answer = await api.execute(wholeDocument(schema, operation), variables, {
    cookie: cookies[caller] ?? null,
  });
  return { answer, letter: letterOf(answer, done.has(answer.headers.get("x-request-id") ?? "")) };
}

describe("every operation", () => {
  it("has an act in the table of operations, and is asked below with each of its arguments", () => {
    expect(operations.filter((name) => !(name in operationActs))).toEqual([]);
    expect(Object.keys(operationActs).filter((name) => !operations.includes(name))).toEqual([]);
    const unasked = operations.flatMap((operation) => {
      const [root = "", name = ""] = operation.split(".");
      const given = Object.values(asked[operation] ?? {}).map((way) => way(world.own));
      return fieldOf(schema, root, name).args.flatMap(({ name: arg, type }) =>
        unaskedIn(
          `${operation}(${arg})`,
          getNamedType(type),
          given.filter((one) => arg in one).map((one) => one[arg]),
        ),
      );
    });
    expect(unasked).toEqual([]);
    expect(operations.filter((operation) => !(operation in asked))).toEqual([]);
  });

  it("answers each role, about what is its own and what is not, as the reviewed table says", async () => {
    const table = new Map<string, string>();
    const seen = new Map<CallerName, Set<string>>(callers.map((caller) => [caller, new Set()]));
    const leaks: string[] = [];
    const told: string[] = [];
    const beyond: string[] = [];
    for (const asking of askings()) {
      let letters = "";
      for (const caller of callers) {
        const { answer, letter } = await ask(asking, caller);
        letters += letter;
        if (letter === "g" && !isGranted(asking.operation, caller))
          beyond.push(`${asking.operation} as ${caller}`);
        fieldsIn(answer.data, seen.get(caller)!);
        const about = `${asking.operation} ${asking.way} ${asking.relation} as ${caller}`;
        for (const relation of foreign[caller] ?? []) {
          const { caseId, running, paused, toMail, toHandOver, identityNumber } = world[relation];
          for (const secret of [caseId, running, paused, toMail, toHandOver, identityNumber])
            if (answer.text.includes(secret)) leaks.push(`${about}: ${secret} of ${relation}`);
        }
        if (letter === "a" && asking.relation !== "absent") {
          const absent = await ask({ ...asking, relation: "absent" }, caller);
          if (absent.answer.text !== answer.text) told.push(about);
        }
      }
      const line = `${asking.operation} ${asking.way}`;
      table.set(line, `${table.get(line) ?? ""} ${asking.relation} ${letters}`);
    }
    expect(beyond).toEqual([]);
    expect(leaks).toEqual([]);
    expect(told).toEqual([]);
    const fields = [...new Set([...seen.values()].flatMap((one) => [...one]))].toSorted();
    const report = [
      `# ${callers.join(" ")}`,
      ...[...table].map(([line, outcome]) => `${line}:${outcome}`),
      "",
      ...fields.map(
        (field) =>
          `${field} ${callers.map((caller) => (seen.get(caller)!.has(field) ? "g" : ".")).join("")}`,
      ),
    ];
    // Whatever else went wrong is a bug of ours.
    expect(report.filter((line) => line.includes("!"))).toEqual([]);
    await expect(`${report.join("\n")}\n`).toMatchFileSnapshot("expected-grants.txt");
  }, 600_000);
});

/** Fields of an input that no way of asking gives a value. */
function unaskedIn(path: string, type: unknown, given: readonly unknown[]): string[] {
  if (given.length === 0) return [path];
  if (!isInputObjectType(type)) return [];
  const values = given.flat().filter((one) => typeof one === "object" && one !== null) as Record<
    string,
    unknown
  >[];
  return Object.values(type.getFields()).flatMap((field) =>
    unaskedIn(
      `${path}.${field.name}`,
      getNamedType(field.type),
      values.filter((one) => field.name in one).map((one) => one[field.name]),
    ),
  );
}
