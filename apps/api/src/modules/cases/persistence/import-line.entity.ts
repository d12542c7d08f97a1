import { defineEntity, p } from "@mikro-orm/core";
import type { CaseFaultCode, CaseField, LineOutcome } from "@signet/domain";

import { SealedTextType } from "../../../platform/orm/index.ts";
import { ImportBatch } from "./import-batch.entity.ts";

export interface StoredFault {
  readonly code: CaseFaultCode;
  readonly field: CaseField | null;
  readonly column: string | null;
}

const schema = defineEntity({
  name: "ImportLine",
  tableName: "import_line",
  properties: {
    batchId: () =>
      p.manyToOne(ImportBatch).mapToPk().fieldName("batch_id").primary().deleteRule("cascade"),
    /** The row a person sees in a spreadsheet: the heading is 1. */
    line: p.integer().primary(),
    outcome: p.string().length(8).$type<LineOutcome>(),
    number: p.string().length(40).strictNullable(),
    vendorId: p.uuid().strictNullable(),
    contentDigest: p.string().length(24).strictNullable(),
    /** The parsed record, sealed; gone once the line is committed. */
    record: p.type(SealedTextType).hidden().strictNullable(),
    faults: p.json().$type<readonly StoredFault[]>(),
  },
  indexes: [{ properties: ["batchId", "number", "vendorId"] }],
});

/** A line of a batch between reading and committing; refused ones stay, as the batch's report. */
export class ImportLine extends schema.class {}
schema.setClass(ImportLine);
