import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { csvOf } from "../case-file.ts";
import type { TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import { createSampleInstallation } from "../sample.ts";
import { type ImportClient, importClient, manyLines } from "./import-client.ts";
import { type Answered, documentOf, mutations } from "./mutation-documents.ts";
import { unrepeatable } from "./unrepeatable-mutations.ts";

type Variables = Readonly<Record<string, unknown>>;

interface Repeated {
  readonly who: string;
  /** Brings about what the mutation needs; answers its arguments, and others for the same key. */
  prepare(): Promise<{ readonly first: Variables; readonly other: Variables }>;
  /** What the same request without a key is told afterwards; null where it may be done again. */
  readonly again: string | null;
}

let installation: TestInstallation;
let api: TestServer;
let hall: ImportClient;
const cookies: Record<string, string> = {};
let forms: readonly string[] = [];
let made = 0;

beforeAll(async () => {
  installation = await createSampleInstallation();
  api = await createTestServer(installation);
  const vendorId = await installation.vendorId("NMG");
  await installation.account("clerk", ["WINDOW_CLERK"], { vendorId });
  await installation.account("evaluator", ["EVALUATOR"]);
  await installation.account("second", ["SECOND_EVALUATOR"]);
  await installation.account("leader", ["CENTRE_LEADER"]);
  await installation.account("admin", ["CENTRE_ADMINISTRATOR"]);
  await installation.account("hall", ["HALL_MANAGER"]);
  for (const who of ["clerk", "evaluator", "second", "leader", "admin", "hall"])
    cookies[who] = await api.signIn(who);
  hall = importClient(api, cookies["hall"] ?? null);
  const proposed = await run("evaluator", "proposeScorecards", { quarter: "2026Q3" });
  forms = (proposed.scorecards ?? []).map(({ id }) => id);
}, 120_000);
afterAll(async () => {
  await api.close();
  await installation.close();
});

async function run(
  who: string,
  name: string,
  variables: Variables,
  key?: string,
): Promise<Answered> {
  const { data, errors } = await api.execute(documentOf(name), variables, {
    cookie: cookies[who] ?? null,
    headers: (key === undefined ? {} : { "idempotency-key": key }) as Record<string, string>,
  });
  expect(errors).toEqual([]);
  return data?.[name] as unknown as Answered;
}

const entries = async (): Promise<number> =>
  (await installation.sql("select from audit_entry")).length;

const materials = (delivery = "PICKUP"): Variables => ({
  number: `RM-${(made += 1)}`,
  channel: "ONSITE",
  requestKind: "NEW",
  applicantKind: "ORGANIZATION",
  applicantName: "重试企业",
  identityNumber: "91110000802100433B",
  delivery,
});

/** A case on which these acts were done; answers it as `input` of the next. */
async function caseAfter(acts: readonly string[], delivery?: string): Promise<Variables> {
  let { case: at } = await run("clerk", "acceptCase", { input: materials(delivery) });
  for (const act of acts) {
    const reason = act === "pauseCase" ? { reason: "APPLICANT_MATERIALS" } : {};
    ({ case: at } = await run("clerk", act, { input: { ...at, ...reason } }));
  }
  return { ...at };
}

const caseAct = (acts: readonly string[], more: Variables = {}, delivery?: string): Repeated => ({
  who: "clerk",
  again: "CHANGED_MEANWHILE",
  prepare: async () => {
    const input = { ...(await caseAfter(acts, delivery)), ...more };
    return { first: { input }, other: { input: { ...input, version: 99 } } };
  },
});

async function seen(form: number): Promise<{ readonly id: string; readonly version: number }> {
  const id = forms[form] ?? "";
  const [row] = await installation.sql<{ version: number }>(
    "select version from scorecard where id = $1",
    [id],
  );
  return { id, version: row?.version ?? 0 };
}

const override = { row: 10, value: "YES", reason: "现场复核" };

async function overridden(form: number): Promise<void> {
  await run("evaluator", "overrideScorecardRow", { input: { ...(await seen(form)), ...override } });
}

async function reviewed(form: number): Promise<void> {
  for (let row = 1; row <= 10; row += 1)
    await run("evaluator", "confirmScorecardRow", { input: { ...(await seen(form)), row } });
}

const formAct = (
  who: string,
  more: Variables,
  before: () => Promise<unknown> = async () => {},
  form = 0,
): Repeated => ({
  who,
  again: "CHANGED_MEANWHILE",
  prepare: async () => {
    await before();
    const input = { ...(await seen(form)), ...more };
    return { first: { input }, other: { input: { ...input, version: 99 } } };
  },
});

const batch = async (): Promise<string> => {
  const { batchId } = await hall.upload(csvOf(manyLines(`RM${(made += 1)}-`, 2)));
  await hall.arrived(batchId, "STAGED");
  return batchId;
};

const newestPolicy = async (): Promise<string> => {
  const [row] = await installation.sql<{ id: string }>(
    "select id from policy_version where withdrawn_at is null order by valid_from desc limit 1",
  );
  return row?.id ?? "";
};
const accountAct = (
  standing = "null, null",
  more: Variables = {},
  again = "CHANGED_MEANWHILE",
): Repeated => ({
  who: "admin",
  again,
  prepare: async () => {
    const [row] = await installation.sql<{ id: string }>(
      `insert into user_account (id, username, display_name, roles, vendor_id, password_hash, created_at, locked_until, closed_at)
       select gen_random_uuid(), 'rm${(made += 1)}', '某人', '{WINDOW_CLERK}', id, 'none', now(), ${standing}
         from vendor where code = 'NMG' returning id`,
    );
    const input = { id: row?.id, revision: 1, ...more };
    return { first: { input }, other: { input: { ...input, revision: 99 } } };
  },
});

const erasure = async (): Promise<string> => {
  const { id } = await caseAfter(["completeCase", "handOverCase"]);
  const input = { caseId: String(id), reason: "APPLICANT_REQUEST" };
  await run("admin", "requestErasure", { input });
  return input.caseId;
};

const repeated: Readonly<Record<string, Repeated>> = {
  changeAccountRoles: accountAct("null, null", { roles: ["BANNER_OFFICER"], regionCode: "152502" }),
  closeAccount: accountAct(),
  reopenAccount: accountAct("null, '2026-01-01'"),
  unlockAccount: accountAct("'2027-01-01', null"),
  requestErasure: {
    who: "admin",
    again: "ERASURE_PENDING",
    prepare: async () => {
      const { id } = await caseAfter(["completeCase", "handOverCase"]);
      const input = { caseId: id, reason: "APPLICANT_REQUEST" };
      return { first: { input }, other: { input: { ...input, reason: "RETENTION_OVER" } } };
    },
  },
  withdrawErasure: {
    who: "hall",
    again: "ERASURE_NOT_REQUESTED",
    prepare: async () => ({ first: { caseId: await erasure() }, other: { caseId: randomUUID() } }),
  },
  confirmErasure: {
    who: "hall",
    again: "ERASURE_NOT_REQUESTED",
    prepare: async () => ({ first: { caseId: await erasure() }, other: { caseId: randomUUID() } }),
  },
  revokeIntegrationKey: {
    who: "admin",
    again: "ALREADY_DONE",
    prepare: async () => {
      const made = async (name: string): Promise<string> => {
        const input = { name, regionCode: "152502", scopes: ["READ_CASES"], days: 30 };
        await run("admin", "createIntegration", { input });
        const [row] = await installation.sql<{ id: string }>(
          "select k.id from integration_key k join integration i on i.id = k.integration_id where i.name = $1",
          [name],
        );
        return row?.id ?? "";
      };
      return { first: { keyId: await made("平台甲") }, other: { keyId: await made("平台乙") } };
    },
  },
  // First: no import of a quarter is undone once a form that counts it is under review.
  undoImport: {
    who: "hall",
    again: "IMPORT_NOT_DONE",
    prepare: async () => {
      const committed = async (): Promise<string> => {
        const id = await batch();
        await hall.act("commit", id);
        await hall.arrived(id, "COMMITTED");
        return id;
      };
      return { first: { id: await committed() }, other: { id: await committed() } };
    },
  },
  acceptCase: {
    who: "clerk",
    again: "INVALID_INPUT",
    prepare: async () => ({ first: { input: materials() }, other: { input: materials() } }),
  },
  pauseCase: caseAct([], { reason: "APPLICANT_MATERIALS" }),
  resumeCase: caseAct(["pauseCase"]),
  completeCase: caseAct([]),
  handOverCase: caseAct(["completeCase"]),
  mailCase: caseAct(["completeCase"], { trackingNumber: "SF1234567890" }, "MAIL"),
  proposeScorecards: {
    who: "evaluator",
    again: null,
    prepare: async () => ({ first: { quarter: "2025Q4" }, other: { quarter: "2025Q3" } }),
  },
  confirmScorecardRow: formAct("evaluator", { row: 1 }),
  overrideScorecardRow: formAct("evaluator", override),
  confirmRowOverride: formAct("second", { row: 10 }, () => overridden(0)),
  rejectRowOverride: formAct("second", { row: 10 }, () => overridden(0)),
  changeCalendar: {
    who: "admin",
    again: "CHANGED_MEANWHILE",
    prepare: async () => {
      const [row] = await installation.sql<{ number: number }>(
        "select max(number) as number from calendar_version",
      );
      const edit = (date: string) => ({
        input: {
          seenNumber: row?.number,
          edits: [{ days: { from: date, to: date, as: "DAY_OFF" } }],
        },
      });
      return { first: edit("2026-12-08"), other: edit("2026-12-09") };
    },
  },
  announcePolicy: {
    who: "admin",
    again: "CHANGED_MEANWHILE",
    prepare: async () => {
      const values = [{ key: "onsiteLimitMinutes", value: "20" }];
      const input = { newestId: await newestPolicy(), validFrom: "2027-01-01", values };
      return { first: { input }, other: { input: { ...input, reason: "另一理由" } } };
    },
  },
  withdrawPolicy: {
    who: "admin",
    again: "ALREADY_DONE",
    prepare: async () => ({ first: { id: await newestPolicy() }, other: { id: randomUUID() } }),
  },
  commitImport: {
    who: "hall",
    again: "IMPORT_NOT_OPEN",
    prepare: async () => ({ first: { id: await batch() }, other: { id: await batch() } }),
  },
  cancelImport: {
    who: "hall",
    again: "IMPORT_NOT_OPEN",
    prepare: async () => ({ first: { id: await batch() }, other: { id: await batch() } }),
  },
  sendScorecard: formAct("evaluator", {}, () => reviewed(0)),
  freezeScorecard: formAct(
    "leader",
    {},
    async () => {
      await reviewed(1);
      await run("evaluator", "sendScorecard", { input: await seen(1) });
    },
    1,
  ),
};

/** Work that goes on after the answer has settled when no more entries are made. */
async function settled(name: string, variables: Variables): Promise<void> {
  const state = { commitImport: "COMMITTED", undoImport: "UNDONE" }[name];
  if (state) await hall.arrived(String(variables["id"]), state);
}

describe("a mutation that is sent again", () => {
  it("is any that the contract knows, but for the exceptions", () => {
    expect([...Object.keys(repeated), ...Object.keys(unrepeatable)].toSorted()).toEqual(
      Object.keys(mutations).toSorted(),
    );
  });

  it.each(Object.entries(repeated))(
    "%s has one effect and one answer under a key, and without one is told what stands",
    async (name, { who, prepare, again }) => {
      const { first, other } = await prepare();
      const key = randomUUID();
      const answer = await run(who, name, first, key);
      expect(answer.__typename).toMatch(/Success$/);
      await settled(name, first);
      const after = await entries();
      expect(await run(who, name, first, key)).toEqual(answer);
      expect((await run(who, name, other, key)).code).toBe("IDEMPOTENCY_KEY_REUSED");
      if (again !== null) expect((await run(who, name, first)).code).toBe(again);
      await settled(name, first);
      expect(await entries()).toBe(after);
    },
  );
});
