const hourMs = 3_600_000;

/**
 * Does some work now and every hour, one at a time; answers how to stop, which waits for what is under
 * way. The work sees to its own failures.
 */
export function everyHour(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  const run = (): void => {
    running ??= work().finally(() => {
      running = null;
    });
  };
  run();
  const timer = setInterval(run, hourMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
