import { createHash } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type TestInstallation, testPassword } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import { createSampleInstallation, sampleIdentityNumbers } from "../sample.ts";
import type { World } from "./attack.ts";
import { attacks } from "./index.ts";
import { runAttack } from "./run-attack.ts";
import { documents } from "./words.ts";

let installation: TestInstallation;
let api: TestServer;
let world: World;
let before: unknown;

/** What no attack may have changed. */
const standing = (): Promise<object[]> =>
  installation.sql(`
    select 'cases' as what, count(*), md5(string_agg(c::text, '|' order by c.id)) from service_case c
    union all select 'integrations', count(*), null from integration
    union all select 'keys', count(*), null from integration_key
    union all select 'sessions', count(*), null from session
    union all select 'scorecards', count(*), null from scorecard
    union all select 'policies', count(*), null from policy_version
    union all select 'roles', count(*), md5(string_agg(roles::text, '|' order by id)) from user_account
    order by 1`);

beforeAll(async () => {
  installation = await createSampleInstallation();
  api = await createTestServer(installation, { proxies: 1 });
  const [nmg, xs] = await Promise.all(["NMG", "XS"].map((code) => installation.vendorId(code)));
  await installation.account("admin", ["CENTRE_ADMINISTRATOR"]);
  await installation.account("evaluator", ["EVALUATOR"]);
  await installation.account("nmg", ["WINDOW_CLERK"], { vendorId: nmg ?? "" });
  await installation.account("xs", ["WINDOW_CLERK"], { vendorId: xs ?? "" });
  await installation.account("banner", ["BANNER_OFFICER"], { regionCode: "152502" });
  await installation.account("hall", ["HALL_MANAGER"]);
  const names = ["admin", "evaluator", "nmg", "xs", "banner"] as const;
  const cookies = await Promise.all(names.map((name) => api.signIn(name)));
  // Known to the server as the pages' own are.
  for (const document of Object.values(documents)) await api.execute(document);
  const keys: string[] = [];
  for (let count = 0; count < 5; count += 1) keys.push(await installation.apiKey());
  const revokedKey = await installation.apiKey();
  await installation.sql(
    "update integration_key set revoked_at = created_at where id = (select max(id::text)::uuid from integration_key)",
  );
  const foreignCases = await installation.sql<World["foreignCases"][number]>(
    `select id, number, vendor_id as "vendorId" from service_case
      where vendor_id = $1 and region_code <> '152502' order by number limit 40`,
    [xs],
  );
  world = {
    address: api.address,
    cookies: Object.fromEntries(names.map((name, index) => [name, cookies[index]])) as never,
    keys,
    narrowKey: await installation.apiKey(["READ_SCORECARDS"]),
    revokedKey,
    byHash: (document, variables = {}) =>
      JSON.stringify({
        variables,
        extensions: {
          persistedQuery: {
            version: 1,
            sha256Hash: createHash("sha256").update(document).digest("hex"),
          },
        },
      }),
    foreignCases,
    foreignIdentityNumbers: sampleIdentityNumbers()
      .filter((number) => /^\d{17}[\dX]$/.test(number) || !number.slice(2).startsWith("152502"))
      .slice(0, 40),
    usernames: names,
    password: testPassword,
  };
  before = await standing();
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

describe("an attack by", () => {
  it("fifty classes and more, each told apart by its name", () => {
    expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
    expect(attacks.length).toBeGreaterThanOrEqual(50);
  });

  it.each(attacks.map((attack, index) => [attack.name, attack, index] as const))(
    "%s is held off",
    async (_name, attack, index) => {
      const { examples, ...counts } = await runAttack(attack, world, {
        variants: 3,
        seed: 1_000 + index,
        atOnce: 1,
      });
      expect(examples).toEqual([]);
      expect(counts).toEqual({ sent: 3, letIn: 0, serverFaults: 0 });
    },
  );

  it("all of them has changed nothing", async () => {
    expect(await standing()).toEqual(before);
  });
});
