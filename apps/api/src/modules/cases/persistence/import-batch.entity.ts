import { defineEntity, p } from "@mikro-orm/core";
import type { ImportState, ProblemCode } from "@signet/domain";

import { Vendor } from "../../vendors/index.ts";

const schema = defineEntity({
  name: "ImportBatch",
  tableName: "import_batch",
  properties: {
    id: p.uuid().primary(),
    // Whoever names a file may write a person's name into it.
    fileName: p.string().length(200).hidden(),
    fileDigest: p.character().length(64),
    /** The vendor whose manager made it, which then is all it may hold; null for a file of the centre. */
    vendorId: () =>
      p.manyToOne(Vendor).mapToPk().fieldName("vendor_id").deleteRule("no action").strictNullable(),
    state: p.string().length(12).$type<ImportState>(),
    /** Why the file could not be read to its end. */
    problem: p.string().length(24).$type<ProblemCode>().strictNullable(),
    /** Last line staged; staging goes on after it. */
    stagedLine: p.integer().default(0),
    /** Last line committed; committing goes on after it. */
    committedLine: p.integer().default(0),
    linesRead: p.integer().default(0),
    imported: p.integer().default(0),
    skipped: p.integer().default(0),
    rejected: p.integer().default(0),
    createdAt: p.datetime(3),
    createdBy: p.string().length(120),
    /** When it last moved; work that has not moved for a while was interrupted. */
    progressedAt: p.datetime(3),
    finishedAt: p.datetime(3).strictNullable(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ["fileDigest"] }, { properties: ["createdAt", "id"] }],
});

/** One file on its way in: staged, looked at, committed, perhaps undone. */
export class ImportBatch extends schema.class {}
schema.setClass(ImportBatch);
