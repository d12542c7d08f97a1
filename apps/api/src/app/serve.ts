import { join } from "node:path";
import type { FastifyInstance } from "fastify";

import type { Config } from "../platform/config/config.ts";
import { readClientSecret } from "../platform/config/identity-provider-config.ts";
import { createServer } from "./create-server.ts";
import { openDemo } from "./demo/open-demo.ts";
import type { Installation } from "./installation.ts";
import { openInstallation } from "./open-installation.ts";
import { keepWritingHeads } from "./keep-writing-heads.ts";
import { keepSweeping } from "./sweep.ts";
import { readTrustedDocuments } from "./trusted-documents.ts";
import { printWelcome } from "./welcome.ts";

const longestDrainMs = 20_000;

/** Runs the product until `stopped`: then it answers what is under way, takes nothing new, and closes. */
export async function serve(
  config: Config,
  stopped: Promise<void>,
  log: (line: string) => void,
): Promise<void> {
  const holder = `signet start pid ${process.pid} port ${config.http.port}`;
  const open = { holder, exclusive: true, poolSize: 20, log };
  const installation = await openInstallation(config, open);
  try {
    await listen(config, installation, stopped, log);
  } finally {
    await installation.close();
  }
}

async function listen(
  config: Config,
  installation: Installation,
  stopped: Promise<void>,
  log: (line: string) => void,
): Promise<void> {
  const accounts = await openDemo(installation, config.demo, log);
  const { host, port, publicUrl, proxies } = config.http;
  const { identityProvider: provider } = config;
  const settings = {
    logLevel: config.log.level,
    proxies,
    publicUrl,
    uploads: join(config.data.folder, "uploads"),
    auditHeads: config.data.auditHeads,
    documents: readTrustedDocuments(config.documents),
    limits: { deadlineMs: config.http.deadlineMs },
    ...(provider
      ? { identityProvider: { ...provider, clientSecret: readClientSecret(provider) } }
      : {}),
  };
  const server = await createServer(installation, settings);
  const stopWritingHeads = keepWritingHeads(installation, config.data.auditHeads, server.log);
  const stopSweeping = keepSweeping(installation, (error) =>
    server.log.warn(error, "sweep failed"),
  );
  try {
    await server.listen({ host, port });
    const address = server.server.address();
    const bound = typeof address === "object" && address !== null ? address.port : port;
    printWelcome(bound, publicUrl, accounts, config.accounts.secondFactor);
    await stopped;
    log("正在停止 …");
  } finally {
    await drain(server, [stopSweeping(), stopWritingHeads()]);
  }
}

/** Answers what is under way. Connections that browsers keep in store are no reason to wait for them. */
async function drain(server: FastifyInstance, others: readonly Promise<void>[]): Promise<void> {
  const hangUp = setInterval(() => server.server.closeIdleConnections(), 100);
  const overdue = new Promise<void>((resolve) => {
    setTimeout(resolve, longestDrainMs).unref();
  });
  await Promise.race([Promise.all([server.close(), ...others]), overdue]);
  clearInterval(hangUp);
  server.server.closeAllConnections();
}
