import {
  commitImport,
  type ImportReport,
  reportImport,
  stageImport,
} from "../src/modules/cases/index.ts";
import type { WorkContext } from "../src/platform/orm/index.ts";
import type { TestInstallation } from "./create-test-installation.ts";
import { expectOk } from "./expect-result.ts";

/** Stages and commits a file as the operator would. */
export async function importFile(
  installation: TestInstallation,
  path: string,
  context: WorkContext = installation.as(),
): Promise<ImportReport> {
  const { batchId } = expectOk(await stageImport(context, path));
  expectOk(await commitImport(context, batchId));
  return reportImport(context.em, batchId);
}

/** Stages a file without committing it, and tells what committing would do. */
export async function dryRun(installation: TestInstallation, path: string): Promise<ImportReport> {
  const context = installation.as();
  const { batchId } = expectOk(await stageImport(context, path));
  return reportImport(context.em, batchId);
}
