import { randomUUIDv7 } from "node:crypto";

import { ok } from "@signet/domain";

import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { CasePause } from "../persistence/case-pause.entity.ts";
import { ServiceCase } from "../persistence/service-case.entity.ts";
import type { ImportedRecord } from "./case-record.ts";
import { newCase, openIntake } from "./new-case.ts";
import { digestRecord } from "./sort-lines.ts";

/** Records a few cases at once, each with its clock; for many, there is the import. */
export async function recordCases(
  context: WorkContext,
  records: readonly ImportedRecord[],
): Promise<void> {
  const intake = await openIntake(context);
  await perform(context, "case.record", null, async ({ tx, at, describe }) => {
    for (const record of records) {
      const contentDigest = digestRecord(context.vault, record);
      const origin = { id: randomUUIDv7(), batchId: null, line: null, contentDigest, at };
      const { columns, pauses } = newCase(record, origin, intake);
      tx.create(ServiceCase, columns);
      for (const pause of pauses) tx.create(CasePause, pause);
    }
    describe(null, { cases: records.length });
    return ok(null);
  });
}
