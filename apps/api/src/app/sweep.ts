import { expireImports } from "../modules/cases/index.ts";
import { system } from "../platform/identity/caller.ts";
import { contextFor } from "./create-context.ts";
import type { Installation } from "./installation.ts";

const hourMs = 3_600_000;
const keptMs = 24 * hourMs;

type Swept = Pick<Installation, "orm" | "clock" | "vault" | "audit">;

/**
 * Forgets what has had its time: idempotency keys after a day, sessions, half-way sign-ins
 * and invitations after their end, and what was
 * staged for an import that nobody committed.
 */
export async function sweep(installation: Swept): Promise<void> {
  const { orm, clock } = installation;
  const now = clock.now();
  const em = orm.em.fork();
  await em.execute("delete from idempotency_key where created_at < ?", [
    new Date(now.getTime() - keptMs),
  ]);
  await em.execute("delete from session where expires_at < ?", [now]);
  await em.execute("delete from pending_sign_in where expires_at < ?", [now]);
  await em.execute("delete from account_invitation where expires_at < ?", [now]);
  await expireImports(contextFor(installation, system, "sweep"));
}

/** Sweeps now and every hour; answers how to stop. A sweep that fails is made up for by the next. */
export function keepSweeping(
  installation: Swept,
  logFailure: (error: unknown) => void,
): () => void {
  const run = (): void => void sweep(installation).catch(logFailure);
  run();
  const timer = setInterval(run, hourMs);
  return () => clearInterval(timer);
}
