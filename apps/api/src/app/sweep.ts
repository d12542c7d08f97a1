import { expireAccountTokens, expireSessions } from "../modules/accounts/index.ts";
import { expireImports, expireReveals } from "../modules/cases/index.ts";
import { system } from "../platform/identity/caller.ts";
import { forgetIdempotencyKeys, withinScope } from "../platform/orm/index.ts";
import { contextFor } from "./create-context.ts";
import { everyHour } from "./every-hour.ts";
import type { Installation } from "./installation.ts";

type Swept = Pick<Installation, "orm" | "clock" | "vault" | "audit" | "space">;

/**
 * Forgets what has had its time: idempotency keys after a day, sessions, half-way sign-ins, invitations
 * and answered challenges after their end, and what was staged for an import that nobody committed. Each chunk is an act, and the audit tells of it.
 */
export async function sweep(installation: Swept): Promise<void> {
  const context = contextFor(installation, system, "sweep");
  await forgetIdempotencyKeys(context);
  await expireSessions(context);
  await expireAccountTokens(context);
  await withinScope(context.scope, () => expireImports(context));
  await expireReveals(context);
}

/** Sweeps now and every hour; answers how to stop. A sweep that fails is made up for by the next. */
export const keepSweeping = (
  installation: Swept,
  logFailure: (error: unknown) => void,
): (() => Promise<void>) => everyHour(() => sweep(installation).catch(logFailure));
