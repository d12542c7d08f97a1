import { Role } from "@signet/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { expectOk, expectProblem } from "../../../../test/expect-result.ts";
import type { Caller } from "../../../platform/identity/caller.ts";
import { announcePolicyVersion } from "./announce-policy.ts";
import { previewPolicyChange } from "./preview-change.ts";
import { readPolicies } from "./read-policies.ts";
import { loadRuleBook } from "./rule-book.ts";
import { withdrawPolicy } from "./withdraw-policy.ts";

let installation: TestInstallation;
let admin: Caller;
let now = Date.parse("2026-11-23T16:00:00+08:00");
beforeAll(async () => {
  installation = await createTestInstallation({ now: () => new Date(now) });
  admin = installation.caller({ roles: [Role.CENTRE_ADMINISTRATOR] });
});
afterAll(() => installation.close());

const book = () => loadRuleBook(installation.as().em.fork());
const limit = (value: string) => [{ key: "onsiteLimitMinutes", value }];
const announce = async (validFrom: string, value: string, caller: Caller = admin) =>
  announcePolicyVersion(installation.as(caller), {
    newestId: (await book()).newestPolicy.id,
    validFrom,
    values: limit(value),
    reason: null,
  });
const standings = async () =>
  (await readPolicies(installation.as())).map(({ validFrom, standing }) => [validFrom, standing]);

describe("announced values", () => {
  it("begin on their day and not before", async () => {
    expectOk(await announce("2026-12-01", "20"));
    const found = await book();
    expect(found.policyOn("2026-11-30").parameters.onsiteLimitMinutes).toBe(30);
    expect(found.policyOn("2026-12-01").parameters.onsiteLimitMinutes).toBe(20);
    expect(await standings()).toEqual([
      ["2026-12-01", "ANNOUNCED"],
      ["2024-08-28", "IN_FORCE"],
    ]);
  });

  it("can be withdrawn until then, and the day be announced anew", async () => {
    const { id } = (await book()).newestPolicy;
    expectOk(await withdrawPolicy(installation.as(admin), id));
    expect((await book()).policyOn("2026-12-01").parameters.onsiteLimitMinutes).toBe(30);
    expectProblem(await withdrawPolicy(installation.as(admin), id), "ALREADY_DONE");
    expectOk(await announce("2026-12-01", "25"));
    expect((await standings()).slice(0, 2).toSorted()).toEqual([
      ["2026-12-01", "ANNOUNCED"],
      ["2026-12-01", "WITHDRAWN"],
    ]);
  });

  it("can no longer be withdrawn on their first day", async () => {
    const { id } = (await book()).newestPolicy;
    const before = now;
    now = Date.parse("2026-12-01T00:00:00+08:00");
    expectProblem(await withdrawPolicy(installation.as(admin), id), "POLICY_HAS_BEGUN");
    expect(await standings()).toContainEqual(["2024-08-28", "PAST"]);
    now = before;
  });

  it("go forward only, from the newest that the editor saw", async () => {
    expect(await announce("2026-12-01", "15")).toMatchObject({
      error: { error: { path: "/validFrom", reason: "NOT_AFTER_NEWEST" } },
    });
    const stale = (await readPolicies(installation.as())).at(-1)?.id ?? "";
    const input = { newestId: stale, validFrom: "2027-01-01", values: limit("15"), reason: null };
    expectProblem(await announcePolicyVersion(installation.as(admin), input), "CHANGED_MEANWHILE");
  });

  it("know since when each value is what it is", async () => {
    expectOk(await announce("2027-03-01", "22"));
    const [newest] = await readPolicies(installation.as());
    expect(newest?.since("onsiteLimitMinutes")).toBe("2027-03-01");
    expect(newest?.since("onlineCutoff")).toBe("2024-08-28");
  });

  it("are shown beforehand, and nothing is written", async () => {
    const { newestPolicy } = await book();
    const input = { newestId: newestPolicy.id, validFrom: "2027-06-01", values: limit("10") };
    const preview = expectOk(await previewPolicyChange(installation.as(admin), input));
    expect(preview.changes).toEqual([{ key: "onsiteLimitMinutes", before: 22, after: 10 }]);
    expect((await book()).newestPolicy.id).toBe(newestPolicy.id);
  });

  it("are not for others than the centre's administrator", async () => {
    const evaluator = installation.caller({ roles: [Role.EVALUATOR] });
    expectProblem(await announce("2027-06-01", "10", evaluator), "ROLE_MISSING");
    const { id } = (await book()).newestPolicy;
    expectProblem(await withdrawPolicy(installation.as(evaluator), id), "ROLE_MISSING");
    expectProblem(
      await withdrawPolicy(installation.as(admin), "019ab000-0000-7000-8000-000000000000"),
      "POLICY_NOT_FOUND",
    );
  });
});
