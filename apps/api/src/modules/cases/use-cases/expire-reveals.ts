import { expireRows, type WorkContext } from "../../../platform/orm/index.ts";

const aDayMs = 24 * 3_600_000;

/** Forgets leave to look that was over a day ago; the audit keeps that it was given. */
export const expireReveals = (context: WorkContext): Promise<void> =>
  expireRows(context, {
    act: "case.expire-reveals",
    table: "reveal_grant",
    key: "id",
    told: "grants",
    keptMs: aDayMs,
  });
