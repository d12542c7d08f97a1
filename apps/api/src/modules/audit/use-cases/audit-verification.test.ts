import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { expectOk, expectProblem } from "../../../../test/expect-result.ts";
import { BackgroundWork } from "../../../platform/background/background-work.ts";
import { AuditVerification } from "./audit-verification.ts";

let installation: TestInstallation;
let background: BackgroundWork;
let verification: AuditVerification;
let failures: unknown[] = [];

beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation.close());
beforeEach(() => {
  failures = [];
  background = new BackgroundWork({
    atOnce: 1,
    onFailure: (_key, error) => void failures.push(error),
  });
  verification = new AuditVerification(background, null);
});

const auditor = () => installation.as(installation.caller({ roles: ["AUDITOR"] }));
const verdicts = () => installation.sql("select from audit_entry where act = 'audit.verify'");
const over = async (): Promise<void> => {
  await expect.poll(() => verification.progress).toBeNull();
};

describe("a verification in the server", () => {
  it("is asked for by auditors and administrators only", () => {
    const hall = installation.as(installation.caller({ roles: ["HALL_MANAGER"] }));
    expectProblem(verification.start(hall), "ROLE_MISSING");
    expectProblem(verification.cancel(hall), "ROLE_MISSING");
    expect(verification.progress).toBeNull();
  });

  it("is one for all who ask while it is under way, and leaves one entry", async () => {
    const before = (await verdicts()).length;
    for (let asked = 0; asked < 3; asked += 1) expectOk(verification.start(auditor()));
    expect(verification.progress).toMatchObject({ done: 0 });
    await over();
    expect(await verdicts()).toHaveLength(before + 1);
    expect(await verification.lastVerdict(auditor())).toMatchObject({ verdict: { sound: true } });
  });

  it("that is cancelled comes to no verdict, and leaves no entry", async () => {
    const before = (await verdicts()).length;
    const { promise, resolve } = Promise.withResolvers<void>();
    background.start("something else", () => promise);
    expectOk(verification.start(auditor()));
    expectOk(verification.cancel(auditor()));
    resolve();
    await over();
    expect(await verdicts()).toHaveLength(before);
  });

  it("tells its verdict also where the chain takes no entry any more", async () => {
    await installation.sql("delete from audit_head");
    expectOk(verification.start(auditor()));
    await over();
    expect(failures).toHaveLength(1);
    expect(await verification.lastVerdict(auditor())).toMatchObject({
      verdict: { sound: false, broken: { fault: "HEAD" } },
    });
  });
});
