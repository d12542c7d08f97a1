// One embedded PostgreSQL in a folder of its own, as the product starts it, and databases on it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";

import { importBuilt } from "../places.mjs";
import { openProduct } from "./open-product.mjs";

/** Starts the server, with the product's schema and reference data in a database to clone. */
export async function startServer() {
  const { openEmbeddedDatabase } = await importBuilt("src/platform/orm/embedded/index.js");
  const folder = mkdtempSync(join(tmpdir(), "signet-bench-"));
  const keyFile = join(folder, "master-key.json");
  const embedded = await openEmbeddedDatabase(folder, {
    holder: { name: "bench", exclusive: true },
    log: () => {},
  });
  const { ownerUrl: owner, applicationUrl: application } = embedded;
  const installation = await openProduct({ owner, application }, keyFile, 2);
  await installation.close();

  const { superuser } = JSON.parse(readFileSync(join(folder, "postgres.secrets.json"), "utf8"));
  const maker = { ...owner, user: "signet_root", password: superuser, database: "postgres" };
  return {
    pid: embedded.serverPid,
    keyFile,
    async createDatabase(database) {
      await withClient(maker, (client) =>
        client.query(`create database ${database} template ${owner.database} owner ${owner.user}`),
      );
      const { vault } = installation;
      return { owner: { ...owner, database }, application: { ...application, database }, vault };
    },
    async stop() {
      await embedded.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function withClient(connection, work) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
