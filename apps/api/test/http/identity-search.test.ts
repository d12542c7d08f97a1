import { isUscc } from "@signet/domain";
import { afterAll, beforeAll, expect, it } from "vitest";

import type { TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import { createSampleInstallation, sampleIdentityNumbers } from "../sample.ts";

/** A mask shows all of a number but the birthday: whoever tries them one by one would find it. */
let installation: TestInstallation;
let api: TestServer;
beforeAll(async () => {
  installation = await createSampleInstallation();
  api = await createTestServer(installation, { limits: { identityGuesses: 3 } });
  for (const name of ["wang", "li"]) await installation.account(name, ["EVALUATOR"]);
});
afterAll(async () => {
  await api.close();
  await installation.close();
});

async function search(cookie: string, identityNumber: string): Promise<unknown> {
  const { data, errors } = await api.execute(
    `query ($filter: CaseFilterInput) { cases(filter: $filter) { edges { node { id } } } }`,
    { filter: { identityNumber } },
    { cookie },
  );
  const found = data?.["cases"] as { readonly edges: readonly object[] } | undefined;
  return found ? found.edges.length > 0 : errors[0]?.extensions;
}

it("finds a case by its identity number as often as it is asked for", async () => {
  const cookie = await api.signIn("wang");
  for (const number of sampleIdentityNumbers().slice(0, 6))
    expect(await search(cookie, number)).toBe(true);
});

it("tries only so many numbers in vain, each person for themselves, and says which field it was", async () => {
  const [wang, li] = [await api.signIn("wang"), await api.signIn("li")];
  const guess = (day: number): string => `1525021990010${day}002X`;
  for (const day of [1, 2, 3, 1, 2, 3]) expect(await search(wang, guess(day))).toBe(false);
  const refused = { code: "BAD_USER_INPUT", field: "filter.identityNumber" };
  expect(await search(wang, guess(4))).toEqual(refused);
  const person = sampleIdentityNumbers().find((number) => !isUscc(number));
  expect(await search(wang, person ?? "")).toEqual(refused);
  expect(await search(li, guess(4))).toBe(false);
  // What organizations are registered under everybody may know.
  const organization = sampleIdentityNumbers().find((number) => isUscc(number));
  expect(await search(wang, organization ?? "")).toBe(true);
});
