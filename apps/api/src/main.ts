import "reflect-metadata";

import type { AddressInfo } from "node:net";

import { openDemo } from "./app/demo/open-demo.ts";
import { createServer } from "./app/create-server.ts";
import { explainFailure } from "./app/explain-failure.ts";
import { openInstallation } from "./app/open-installation.ts";
import { checkout } from "./platform/config/checkout.ts";
import { readConfig } from "./platform/config/config.ts";
import { printWelcome } from "./app/welcome.ts";

try {
  await serve();
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = 1;
}

async function serve(): Promise<void> {
  const config = readConfig(process.env, checkout);
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const holder = `signet start pid ${process.pid} port ${config.http.port}`;
  const installation = await openInstallation(config, {
    holder,
    exclusive: true,
    poolSize: 20,
    log,
  });
  try {
    const accounts = config.demo ? await openDemo(installation, log) : [];
    const { host, port, publicUrl } = config.http;
    const server = await createServer(installation, {
      logLevel: config.log.level,
      trustProxy: publicUrl !== null,
    });
    const drained = new Promise<void>((resolve) => {
      // A terminal may send the signal twice, to the group and through the launcher: once is enough.
      let stopping = false;
      const stop = (): void => {
        if (stopping) return;
        stopping = true;
        log("正在停止 …");
        resolve(server.close());
      };
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
    });
    await server.listen({ host, port });
    printWelcome(boundPort(server.server.address()), publicUrl, accounts);
    await drained;
  } finally {
    await installation.close();
  }
}

const boundPort = (address: AddressInfo | string | null): number =>
  address !== null && typeof address === "object" ? address.port : 0;
