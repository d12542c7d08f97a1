import { randomUUID } from "node:crypto";

import { Role } from "@signet/domain";

import { proposeScorecards } from "../../src/modules/scorecards/index.ts";
import { expectOk } from "../expect-result.ts";
import type { TestInstallation } from "../create-test-installation.ts";

/** Whose something is, as seen by who is of the own vendor, or of the own region. */
export const relations = ["own", "otherVendor", "otherRegion", "neither", "absent"] as const;
export type Relation = (typeof relations)[number];

const ownRegion = "152502";
const otherRegion = "152524";

/** One thing of each kind for each relation; `absent` are ids of nothing. */
export interface Belongings {
  readonly vendorId: string;
  readonly regionCode: string;
  /** Completed long ago, as imported. */
  readonly caseId: string;
  readonly caseNumber: string;
  readonly identityNumber: string;
  /** A case of which somebody asked for the erasure. */
  readonly askedErasure: string;
  readonly running: string;
  readonly paused: string;
  readonly toHandOver: string;
  readonly toMail: string;
  readonly staged: string;
  readonly committed: string;
  readonly proposed: string;
  readonly doubted: string;
  readonly reviewed: string;
  readonly sent: string;
  readonly integration: string;
  readonly integrationKey: string;
  readonly account: string;
  /** A passkey of that account. */
  readonly passkey: string;
  readonly lockedAccount: string;
  readonly closedAccount: string;
}
export type World = Readonly<Record<Relation, Belongings>>;

const everybody = Object.values(Role);
const ofVendor: ReadonlySet<Role> = new Set([Role.VENDOR_MANAGER, Role.WINDOW_CLERK]);
const ofBanner: ReadonlySet<Role> = new Set([Role.BANNER_OFFICER, Role.BANNER_INTEGRATION]);

/** One account of each role: the vendor's are of the own vendor, the banners' of the own region. */
export async function createPeople(installation: TestInstallation): Promise<void> {
  const vendorId = await installation.vendorId("NMG");
  for (const role of everybody) {
    await installation.account(role.toLowerCase(), [role], {
      ...(ofVendor.has(role) ? { vendorId } : {}),
      ...(ofBanner.has(role) ? { regionCode: ownRegion } : {}),
    });
  }
}

/** Things of every relation, made of the sample. */
export async function createWorld(installation: TestInstallation): Promise<World> {
  const [nmg, xs] = [await installation.vendorId("NMG"), await installation.vendorId("XS")];
  for (const quarter of ["2026Q3", "2026Q2", "2026Q1", "2025Q4"])
    expectOk(await proposeScorecards(installation.as(), quarter));
  const made = {
    own: await belongings(installation, nmg, ownRegion),
    otherVendor: await belongings(installation, xs, ownRegion),
    otherRegion: await belongings(installation, nmg, otherRegion),
    neither: await belongings(installation, xs, otherRegion),
  };
  const ids = Object.keys(made.own).map((key) => [key, randomUUID()]);
  const nothing = {
    regionCode: "152599",
    caseNumber: "none",
    identityNumber: "110105194912310021",
  };
  return { ...made, absent: { ...(Object.fromEntries(ids) as Belongings), ...nothing } };
}

async function belongings(
  installation: TestInstallation,
  vendorId: string,
  regionCode: string,
): Promise<Belongings> {
  const { sql } = installation;
  const cases = await sql<{ id: string; number: string }>(
    `select id, number from service_case
      where vendor_id = $1 and region_code = $2 and quarter = '2026Q3' order by number limit 6`,
    [vendorId, regionCode],
  );
  const [first, running, paused, toHandOver, toMail, askedErasure] = cases.map(({ id }) => id);
  const open = "is_open = true, mailed_at = null, handed_over_at = null, cancelled_at = null";
  const onsite = "channel = 'ONSITE', delivery = 'PICKUP'";
  const set = (id: string | undefined, values: string) =>
    sql(`update service_case set ${open}, ${values} where id = $1`, [id]);
  await set(running, `${onsite}, completed_at = null`);
  await set(paused, `${onsite}, completed_at = null`);
  await sql("delete from case_pause where case_id = any ($1)", [[running, paused]]);
  await sql(
    `insert into case_pause (id, case_id, from_at, reason)
     select gen_random_uuid(), id, received_at + interval '1 second', 'PLATFORM_OUTAGE'
       from service_case where id = $1`,
    [paused],
  );
  const done = "completed_at = received_at + interval '10 minutes'";
  await set(toHandOver, `channel = 'ONSITE', delivery = 'PICKUP', ${done}`);
  await set(toMail, `channel = 'ONLINE', delivery = 'MAIL', ${done}`);
  await sql(
    `insert into case_erasure (case_id, reason, requested_by, requested_at)
     values ($1, 'APPLICANT_REQUEST', 'somebody', now())`,
    [askedErasure],
  );
  const form = async (quarter: string, state: string): Promise<string> => {
    const [row] = await sql<{ id: string }>(
      `update scorecard set state = $3 where vendor_id = $1 and quarter = $2 returning id`,
      [vendorId, quarter, state],
    );
    return row?.id ?? "";
  };
  const doubted = await form("2026Q2", "UNDER_REVIEW");
  const reviewed = await form("2026Q1", "UNDER_REVIEW");
  await review(installation, doubted, "OVERRIDE_PROPOSED", "YES");
  await review(installation, reviewed, "CONFIRMED", null);
  const [identity] = await sql<{ sealed: string }>(
    "select identity_sealed as sealed from service_case where id = $1",
    [first],
  );
  return {
    vendorId,
    regionCode,
    caseId: first ?? "",
    caseNumber: cases[0]?.number ?? "",
    identityNumber: installation.vault.open(identity?.sealed as never),
    askedErasure: askedErasure ?? "",
    running: running ?? "",
    paused: paused ?? "",
    toHandOver: toHandOver ?? "",
    toMail: toMail ?? "",
    staged: await batch(installation, vendorId, "STAGED"),
    committed: await batch(installation, vendorId, "COMMITTED"),
    proposed: await form("2026Q3", "PROPOSED"),
    doubted,
    reviewed,
    sent: await form("2025Q4", "SENT_TO_VENDOR"),
    ...(await machine(installation, vendorId, regionCode)),
    ...(await personWithPasskey(installation, vendorId)),
    lockedAccount: await person(installation, vendorId, "'2027-01-01', null"),
    closedAccount: await person(installation, vendorId, "null, '2026-01-01'"),
  };
}

async function machine({ sql }: TestInstallation, vendorId: string, regionCode: string) {
  const [integration, integrationKey] = [randomUUID(), randomUUID()];
  await sql(
    `insert into integration (id, name, region_code, scopes, created_at, created_by)
     values ($1, $2, $3, '{READ_CASES}', now(), 'somebody')`,
    [integration, `平台 ${vendorId} ${regionCode}`, regionCode],
  );
  await sql(
    `insert into integration_key (id, integration_id, secret_hash, hint, created_at, created_by, expires_at)
     values ($1, $2, sha256(gen_random_uuid()::text::bytea), 'hint', now(), 'somebody', now() + interval '30 days')`,
    [integrationKey, integration],
  );
  return { integration, integrationKey };
}

const review = (
  { sql }: TestInstallation,
  scorecardId: string,
  state: string,
  value: string | null,
): Promise<unknown> =>
  sql(
    `insert into scorecard_row_review (scorecard_id, row, state, value, reason, decided_by, decided_at)
     select $1, row, $2, $3, $3, 'somebody', now() from generate_series(1, 10) row on conflict do nothing`,
    [scorecardId, state, value],
  );

async function batch({ sql }: TestInstallation, vendorId: string, state: string): Promise<string> {
  const [row] = await sql<{ id: string }>(
    `insert into import_batch (id, file_name, file_digest, state, created_at, created_by, progressed_at, vendor_id)
     values (gen_random_uuid(), 'file.csv', repeat('0', 64), $1, now(), 'somebody', now(), $2) returning id`,
    [state, vendorId],
  );
  return row?.id ?? "";
}

async function personWithPasskey(installation: TestInstallation, vendorId: string) {
  const account = await person(installation, vendorId, "null, null");
  const passkey = randomUUID();
  await installation.sql(
    `insert into passkey (id, user_id, credential_id, public_key, counter, transports, name, created_at)
     values ($1::uuid, $2, $1::uuid::text, '', 0, '{}', '某人的电脑', now())`,
    [passkey, account],
  );
  return { account, passkey };
}

/** A clerk of the vendor, who is locked or closed as it says. */
async function person({ sql }: TestInstallation, vendorId: string, standing: string) {
  const id = randomUUID();
  await sql(
    `insert into user_account (id, username, display_name, roles, vendor_id, password_hash, created_at, locked_until, closed_at)
     values ($1::uuid, $1::uuid::text, '某人', '{WINDOW_CLERK}', $2, 'none', now(), ${standing})`,
    [id, vendorId],
  );
  return id;
}
