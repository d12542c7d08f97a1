import type { ImportAct, ImportState } from "../vocabulary.ts";
import type { Actor, Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";
import { canImportCases } from "./can-import-cases.ts";
import { canUndoImport } from "./can-undo-import.ts";

/** What the question needs to know of an import. */
export interface ImportStanding {
  /** The vendor whose manager made it; null for a file of the centre. */
  readonly vendorId: string | null;
  readonly state: ImportState;
}

/**
 * May they do this to the import now? Who may import may commit a checked file and end an open one;
 * what is ended may be taken back by who may undo. A stopped commit or undo may be taken up again.
 * Refusals: ROLE_MISSING, OTHER_VENDOR, AUDITOR_CHANGES_NOTHING, IMPORT_NOT_DONE, IMPORT_NOT_OPEN.
 * @example
 * ```ts
 * const manager: Actor = { id: "u5", roles: ["HALL_MANAGER"], vendorId: null, regionCode: null };
 * canActOnImport(manager, "COMMIT", { vendorId: null, state: "STAGED" });
 * // → { ok: true, value: true }
 * canActOnImport(manager, "COMMIT", { vendorId: null, state: "UNDONE" });
 * // → { ok: false, error: { code: "IMPORT_NOT_OPEN" } }
 * ```
 */
export function canActOnImport(
  actor: Actor,
  act: ImportAct,
  { vendorId, state }: ImportStanding,
): Permission {
  const allowed = act === "UNDO" ? canUndoImport(actor) : canImportCases(actor, vendorId);
  if (!allowed.ok) return allowed;
  if (fitting[act].includes(state)) return permitted;
  return refused(act === "UNDO" ? "IMPORT_NOT_DONE" : "IMPORT_NOT_OPEN");
}

const fitting: Readonly<Record<ImportAct, readonly ImportState[]>> = {
  COMMIT: ["STAGED", "COMMITTING"],
  CANCEL: ["STAGING", "STAGED", "COMMITTING"],
  UNDO: ["COMMITTED", "CANCELLED", "UNDOING"],
};
