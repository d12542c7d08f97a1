import type { Installation } from "./installation.ts";

const hourMs = 3_600_000;
const keptMs = 24 * hourMs;

/** Forgets what has had its time: idempotency keys after a day, sessions after their end. */
export async function sweep({ orm, clock }: Pick<Installation, "orm" | "clock">): Promise<void> {
  const now = clock.now();
  const em = orm.em.fork();
  await em.execute("delete from idempotency_key where created_at < ?", [
    new Date(now.getTime() - keptMs),
  ]);
  await em.execute("delete from session where expires_at < ?", [now]);
}

/** Sweeps now and every hour; answers how to stop. A sweep that fails is made up for by the next. */
export function keepSweeping(
  installation: Pick<Installation, "orm" | "clock">,
  logFailure: (error: unknown) => void,
): () => void {
  const run = (): void => void sweep(installation).catch(logFailure);
  run();
  const timer = setInterval(run, hourMs);
  return () => clearInterval(timer);
}
