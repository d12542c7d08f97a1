import "reflect-metadata";

import { userInfo } from "node:os";
import { resolve } from "node:path";

import { commands, usage } from "./app/cli/commands.ts";
import { explainFailure } from "./app/explain-failure.ts";
import { openInstallation } from "./app/open-installation.ts";
import { contextFor } from "./app/create-context.ts";
import { readConfig } from "./platform/config/config.ts";
import { checkout } from "./platform/config/checkout.ts";
import { withinScope } from "./platform/orm/index.ts";
import { operator } from "./platform/identity/caller.ts";

const [name = "help", ...parameters] = process.argv.slice(2);
process.exitCode = await main();

async function main(): Promise<number> {
  const command = commands[name];
  if (!command) {
    (name === "help" || name === "--help" ? console.log : console.error)(usage());
    return name === "help" || name === "--help" ? 0 : 2;
  }
  const parsed = command.parse(parameters);
  if (typeof parsed === "string") {
    console.error(`${parsed}\n\n${command.usage}`);
    return 2;
  }
  // The first Ctrl-C ends the work after its current chunk; the second is the system's.
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  try {
    const config = readConfig(process.env, checkout);
    const osUser = userInfo().username;
    const installation = await openInstallation(config, {
      holder: `signet ${name} pid ${process.pid}`,
      exclusive: false,
      poolSize: 4,
      log: () => {},
    });
    try {
      // A running product writes to the same disk: what fills it is refused here too.
      await installation.space.start();
      const context = contextFor(
        installation,
        operator(osUser),
        `cli-${process.pid}-${Date.now()}`,
      );
      return await withinScope(context.scope, () =>
        command.run(context, parsed, {
          signal: stop.signal,
          folder: resolve(process.env.INIT_CWD ?? process.cwd()),
          keyFile: config.data.keyFile,
          requestMs: config.http.deadlineMs,
          auditHeads: config.data.auditHeads,
          address: config.http.publicUrl ?? `http://localhost:${config.http.port}`,
        }),
      );
    } finally {
      installation.space.stop();
      await installation.close();
    }
  } catch (error) {
    console.error(explainFailure(error));
    return 1;
  }
}
