import { join } from "node:path";

import { afterAll, beforeAll, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { expectOk } from "../../../../test/expect-result.ts";
import { checkout } from "../../../platform/config/checkout.ts";
import { commitImport } from "./commit-import.ts";
import { reportImport } from "./report-import.ts";
import { stageImport } from "./stage-import.ts";

const sample = join(checkout, "apps/api/demo/cases-2026Q3.csv");
let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation.close());

async function importFile(path: string) {
  const context = installation.as();
  const { batchId } = expectOk(await stageImport(context, path));
  expectOk(await commitImport(context, batchId));
  return reportImport(context.em, batchId);
}

it("imports the clean lines of the sample and refuses each faulty one for its reason", async () => {
  const report = await importFile(sample);
  expect(report).toMatchObject({ read: 1343, imported: 1329, skipped: 1 });
  expect(report.rejected).toHaveLength(13);
});

it("changes nothing when the same file comes again", async () => {
  const report = await importFile(sample);
  expect(report).toMatchObject({ read: 1343, imported: 0, skipped: 1330 });
  expect(report.rejected).toHaveLength(13);
});
