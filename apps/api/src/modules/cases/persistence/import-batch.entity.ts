import { defineEntity, p } from "@mikro-orm/core";

/** Where an import stands. A stopped one goes on from its last chunk. */
export const ImportState = {
  STAGING: "STAGING",
  STAGED: "STAGED",
  COMMITTING: "COMMITTING",
  COMMITTED: "COMMITTED",
  CANCELLED: "CANCELLED",
  UNDOING: "UNDOING",
  UNDONE: "UNDONE",
} as const;
export type ImportState = (typeof ImportState)[keyof typeof ImportState];

const schema = defineEntity({
  name: "ImportBatch",
  tableName: "import_batch",
  properties: {
    id: p.uuid().primary(),
    fileName: p.string().length(200),
    fileDigest: p.character().length(64),
    state: p.string().length(12).$type<ImportState>(),
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
    finishedAt: p.datetime(3).strictNullable(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ["fileDigest"] }, { properties: ["createdAt", "id"] }],
});

/** One file on its way in: staged, looked at, committed, perhaps undone. */
export class ImportBatch extends schema.class {}
schema.setClass(ImportBatch);
