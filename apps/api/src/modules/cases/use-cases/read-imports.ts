import { canSeeImport, ImportState } from "@signet/domain";

import { permitted } from "../../../platform/identity/permitted.ts";
import type { Scope, WorkContext } from "../../../platform/orm/index.ts";
import type { StoredFault } from "../persistence/import-line.entity.ts";
import {
  countImported,
  type ImportPage,
  type ImportRow,
  readImport,
  readImports,
} from "../persistence/import-list.view.ts";
import {
  countImportLines,
  type LinePage,
  type LineRow,
  readImportLines,
} from "../persistence/import-lines.view.ts";
import { repeatedFault } from "./sort-lines.ts";

type Reader = Pick<WorkContext, "em" | "caller" | "scope">;

/** Whose imports a caller sees: within their scope, and nobody's where they see none. */
const visible = ({ caller, scope }: Reader): Scope["vendors"] =>
  permitted(caller, (actor) => canSeeImport(actor, actor.vendorId)).ok ? scope.vendors : [];

/** A page of the imports that the caller sees, newest first. */
export const listImports = (reader: Reader, page: ImportPage): ReturnType<typeof readImports> =>
  readImports(reader.em, visible(reader), page);

/** One import; null where the caller sees none such. */
export const findImport = (reader: Reader, id: string): Promise<ImportRow | null> =>
  readImport(reader.em, visible(reader), id);

/** A line as it would come out now, with what is wrong with it. */
export interface PlannedLine extends Pick<LineRow, "line" | "number" | "outcome"> {
  readonly faults: readonly StoredFault[];
}

/** A page of an import's lines. */
export async function listImportLines(
  { em }: Pick<WorkContext, "em">,
  batchId: string,
  page: LinePage,
): Promise<{ readonly rows: readonly PlannedLine[]; readonly hasMore: boolean }> {
  const { rows, hasMore } = await readImportLines(em, batchId, page);
  return { rows: rows.map(plannedLine), hasMore };
}

const plannedLine = ({
  line,
  number,
  outcome,
  faults,
  contentDigest,
  standingDigest,
}: LineRow): PlannedLine => ({
  line,
  number,
  outcome,
  faults: standingDigest === null ? faults : [repeatedFault(standingDigest, contentDigest ?? "")],
});

export interface ImportCounts {
  /** Lines that committing would turn into cases, or has yet to. */
  readonly importable: number;
  readonly imported: number;
  readonly skipped: number;
  readonly rejected: number;
}

/** What became of the lines; of a batch that waits, what would become of them now. */
export async function countImport(
  { em }: Pick<WorkContext, "em">,
  { id, state, linesRead, imported, skipped, rejected }: ImportRow,
): Promise<ImportCounts> {
  if (state === ImportState.STAGED) {
    const planned = await countImportLines(em, id);
    const { CLEAN: importable, SKIPPED, REJECTED } = planned;
    return { importable, imported: 0, skipped: SKIPPED, rejected: REJECTED };
  }
  const isOpen = state === ImportState.STAGING || state === ImportState.COMMITTING;
  const importable = isOpen ? linesRead - imported - skipped - rejected : 0;
  return { importable, imported, skipped, rejected };
}

/** How far the work under way has come; null where there is none. */
export async function progressOf(
  { em }: Pick<WorkContext, "em">,
  { id, state, linesRead, imported, skipped, rejected }: ImportRow,
): Promise<{ readonly done: number; readonly total: number | null } | null> {
  if (state === ImportState.STAGING) return { done: linesRead, total: null };
  if (state === ImportState.COMMITTING)
    return { done: imported + skipped + rejected, total: linesRead };
  if (state !== ImportState.UNDOING) return null;
  return { done: imported - (await countImported(em, id)), total: imported };
}

const longestSilenceMs = 60_000;
const working: ReadonlySet<ImportState> = new Set([
  ImportState.STAGING,
  ImportState.COMMITTING,
  ImportState.UNDOING,
]);

/** Work that nobody here does and that has not moved for a while has stopped, wherever it was done. */
export const isInterrupted = (
  { state, progressedAt }: Pick<ImportRow, "state" | "progressedAt">,
  isAtWork: boolean,
  now: Date,
): boolean =>
  working.has(state) && !isAtWork && now.getTime() - Date.parse(progressedAt) > longestSilenceMs;
