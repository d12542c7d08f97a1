import "reflect-metadata";

import { explainFailure } from "./app/explain-failure.ts";
import { serve } from "./app/serve.ts";
import { checkout } from "./platform/config/checkout.ts";
import { readConfig } from "./platform/config/config.ts";

const log = (line: string): void => void process.stderr.write(`${line}\n`);

// Heard from the first moment on, so that a start that is broken off leaves nothing running. A terminal
// may send the signal twice, to the group and through the launcher: once is enough.
const stopped = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => resolve());
});

try {
  await serve(readConfig(process.env, checkout), stopped, log);
} catch (error) {
  log(explainFailure(error));
  process.exitCode = 1;
}
