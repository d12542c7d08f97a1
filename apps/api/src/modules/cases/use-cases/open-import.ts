import { createHash, randomUUIDv7 } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";

import type { EntityManager } from "@mikro-orm/postgresql";
import {
  canImportCases,
  type CaseField,
  err,
  ImportState,
  ok,
  type ProblemCode,
  type Refusal,
  type Result,
} from "@signet/domain";

import { openSheet, SheetError, type SheetErrorCode } from "../../../platform/files/read-sheet.ts";
import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import {
  canonicalJson,
  type IdempotencyKeyReused,
  perform,
  type WorkContext,
} from "../../../platform/orm/index.ts";
import { vendorNames } from "../../vendors/index.ts";
import { ImportBatch } from "../persistence/import-batch.entity.ts";
import { keepColumnMap, readColumnMaps } from "../persistence/import-column-map.repository.ts";
import {
  type ChosenHeadings,
  type ColumnMap,
  mapColumns,
  mapRemembered,
  type MappedColumns,
} from "./import-columns.ts";

/** A file to be imported. */
export interface ImportSource {
  readonly path: string;
  /** How people call it, where that is not its path. */
  readonly fileName?: string;
  /** Whose export it is, where somebody said so. */
  readonly vendorId?: string | null;
  /** Headings chosen for fields that were not found; remembered for that vendor. */
  readonly chosen?: ChosenHeadings;
}

/** A batch, and how its file is to be read. */
export interface OpenedImport {
  readonly batchId: string;
  readonly state: ImportState;
  readonly path: string;
  readonly columns: ColumnMap;
  readonly headings: readonly string[];
  readonly vendorId: string | null;
}

export type OpenProblem =
  | { readonly code: (typeof sheetProblems)[SheetErrorCode] | "FILE_NOT_FOUND" }
  | MissingColumn
  | Refusal
  | NotSignedIn
  | IdempotencyKeyReused;

export interface MissingColumn {
  readonly code: "MISSING_COLUMN";
  readonly fields: readonly CaseField[];
  /** Fields that may be missing, and are. */
  readonly absent: readonly CaseField[];
  /** What the file has. */
  readonly headings: readonly string[];
}

const sheetProblems = {
  EMPTY_FILE: "FILE_EMPTY",
  UNREADABLE_FILE: "FILE_UNREADABLE",
  TOO_LARGE: "FILE_TOO_LARGE",
  NOT_A_SHEET: "FILE_NOT_A_SHEET",
} as const satisfies Record<SheetErrorCode, ProblemCode>;

/**
 * Looks at a file's headings, finds its columns, and opens a batch for it; the lines are read later. A
 * file whose batch is unfinished gets that one. A vendor's manager brings in the own vendor's cases only.
 */
export async function openImport(
  context: WorkContext,
  source: ImportSource,
): Promise<Result<OpenedImport, OpenProblem>> {
  const allowed = permitted(context.caller, (actor) => canImportCases(actor, actor.vendorId));
  if (!allowed.ok) return allowed;
  const owner = ownerOf(context);
  const vendorId = owner ?? (await knownVendor(context, source.vendorId));
  const whose = permitted(context.caller, (actor) => canImportCases(actor, vendorId));
  if (!whose.ok) return whose;
  const heading = await readHeading(source.path);
  if (!heading.ok) return heading;
  const headings = heading.value;
  const mapped = await findColumns(context, headings, vendorId, source.chosen ?? {});
  if (mapped.missing.length > 0) {
    const { missing: fields, absent } = mapped;
    return err({ code: "MISSING_COLUMN", fields, absent, headings });
  }
  // A file that needed no choice says nothing against what was chosen before.
  const choice = Object.keys(source.chosen ?? {}).length > 0 && Object.keys(mapped.used).length > 0;
  const filler = mapped.columns.VENDOR === undefined ? vendorId : null;
  const digest = await digestOf(source.path, mapped, filler);
  const opened = await openBatch(context, {
    fileName: (source.fileName ?? basename(source.path)).slice(0, 200),
    fileDigest: digest,
    owner,
    remembered: choice && vendorId ? { vendorId, headings: mapped.used } : null,
  });
  if (!opened.ok) return opened;
  const { id: batchId, state } = opened.value;
  const { path } = source;
  return ok({ batchId, state, path, columns: mapped.columns, headings, vendorId: filler });
}

/** The vendor whose import it is: of a vendor's manager the own one, of the centre nobody's. */
function ownerOf({ caller: { actor } }: WorkContext): string | null {
  return actor && !canImportCases(actor).ok ? actor.vendorId : null;
}

async function knownVendor(
  { em }: WorkContext,
  vendorId: string | null | undefined,
): Promise<string | null> {
  return vendorId ? ((await vendorNames(em.fork())).get(vendorId) ?? null) : null;
}

async function readHeading(path: string): Promise<Result<readonly string[], OpenProblem>> {
  try {
    const sheet = await openSheet(path);
    await sheet.close();
    return ok(sheet.heading);
  } catch (error) {
    return problemOf(error);
  }
}

/** What is wrong with a file as a whole. @throws what is no fault of the file */
export function problemOf(error: unknown): Result<never, OpenProblem> {
  if (error instanceof SheetError) return err({ code: sheetProblems[error.code] });
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return err({ code: "FILE_NOT_FOUND" });
  throw error;
}

async function findColumns(
  { em, scope }: WorkContext,
  headings: readonly string[],
  vendorId: string | null,
  chosen: ChosenHeadings,
): Promise<MappedColumns> {
  const maps = await readColumnMaps(em.fork(), vendorId ? [vendorId] : scope.vendors);
  const vendorKnown = vendorId !== null;
  if (Object.keys(chosen).length === 0)
    return mapRemembered(headings, [...maps.values()], vendorKnown);
  const own = vendorId ? maps.get(vendorId) : {};
  return mapColumns(headings, { chosen: { ...own, ...chosen }, vendorKnown });
}

/** Names a file as it is read: the same content by other columns is another import. */
async function digestOf(
  path: string,
  { columns, used }: MappedColumns,
  filler: string | null,
): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  if (Object.keys(used).length > 0 || filler) hash.update(canonicalJson({ columns, filler }));
  return hash.digest("hex");
}

function unfinishedBatch(
  em: EntityManager,
  vendorId: string | null,
  fileDigest: string,
): Promise<ImportBatch | null> {
  const { STAGING, STAGED, COMMITTING } = ImportState;
  return em.findOne(
    ImportBatch,
    { fileDigest, vendorId, state: { $in: [STAGING, STAGED, COMMITTING] } },
    { orderBy: { createdAt: "desc", id: "desc" } },
  );
}

interface NewBatch {
  readonly fileName: string;
  readonly fileDigest: string;
  readonly owner: string | null;
  readonly remembered: { readonly vendorId: string; readonly headings: ChosenHeadings } | null;
}

/**
 * The unfinished batch of this file, or a new one. Two uploads of a file at once get one batch; an upload
 * that is sent again with its key gets the batch it opened, whatever has become of that meanwhile.
 */
async function openBatch(
  context: WorkContext,
  file: NewBatch,
): Promise<Result<ImportBatch, IdempotencyKeyReused>> {
  const { fileName, fileDigest, owner } = file;
  if (context.idempotencyKey === null) {
    const standing = await unfinishedBatch(context.em.fork(), owner, fileDigest);
    if (standing) return ok(standing);
  }
  const input = { fileName, fileDigest, owner };
  const opened = await perform<Result<{ readonly id: string }, IdempotencyKeyReused>>(
    context,
    "import.open",
    input,
    async ({ tx, at, describe }) => {
      await tx.execute("select pg_advisory_xact_lock(hashtext('signet.imports'), hashtext(?))", [
        fileDigest,
      ]);
      const standing = await unfinishedBatch(tx, owner, fileDigest);
      const id = standing?.id ?? (await createBatch(tx, context, file, at));
      describe({ type: "ImportBatch", id }, standing ? { found: true } : {});
      return ok({ id });
    },
  );
  if (!opened.ok) return opened;
  return ok(await context.em.fork().findOneOrFail(ImportBatch, opened.value.id));
}

async function createBatch(
  tx: EntityManager,
  { caller }: WorkContext,
  { fileName, fileDigest, owner, remembered }: NewBatch,
  at: Date,
): Promise<string> {
  if (remembered) await keepColumnMap(tx, remembered.vendorId, remembered.headings);
  const { id } = tx.create(ImportBatch, {
    id: randomUUIDv7(),
    fileName,
    fileDigest,
    vendorId: owner,
    state: ImportState.STAGING,
    createdAt: at,
    createdBy: caller.actor?.id ?? caller.name,
    progressedAt: at,
    problem: null,
    finishedAt: null,
  });
  return id;
}
