import "reflect-metadata";

import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Client } from "pg";
import type { TestProject } from "vitest/node";

import { openOnDatabase } from "../src/app/open-installation.ts";
import type { Connection } from "../src/platform/orm/connection.ts";
import { SpaceWatch } from "../src/platform/storage/space-watch.ts";
import { openEmbeddedDatabase } from "../src/platform/orm/embedded/index.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly postgres: TestServer;
  }
}

/** How tests reach the run's one server: as who may make databases, and as the application. */
export interface TestServer {
  readonly maker: Connection;
  readonly owner: Connection;
  readonly application: Connection;
  readonly keyFile: string;
  /** For files of the tests; gone with the run. */
  readonly folder: string;
}

let close = async (): Promise<void> => {};

/** One server a run, in memory where there is a place for it, with a migrated template to clone. */
export async function setup(project: TestProject): Promise<void> {
  const folder = await mkdtemp(
    join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "signet-test-"),
  );
  const holder = { name: "tests", exclusive: false };
  const embedded = await openEmbeddedDatabase(folder, { holder, log: () => {} });
  const { ownerUrl: owner, applicationUrl: application } = embedded;
  const keyFile = join(folder, "master-key.json");
  const database = {
    owner,
    application,
    applicationRole: application.user,
    release: async () => {},
  };
  const installation = await openOnDatabase(database, keyFile, {
    poolSize: 2,
    secondFactor: "optional",
    space: new SpaceWatch({ folder, lowBelow: 0, fullBelow: 0 }),
  });
  await installation.close();

  // Never connected to the template: it is cloned only while nobody is.
  const maker = { ...owner, database: "postgres", user: "signet_test_maker", password: "maker" };
  const superuser = new Client({ ...owner, ...(await superuserOf(folder)) });
  await superuser.connect();
  await superuser.query(`create role ${maker.user} superuser login password '${maker.password}'`);
  await superuser.end();

  project.provide("postgres", { maker, owner, application, keyFile, folder });
  close = async () => {
    await embedded.release();
    await rm(folder, { recursive: true, force: true });
  };
}

export const teardown = (): Promise<void> => close();

async function superuserOf(folder: string): Promise<{ user: string; password: string }> {
  const secrets = JSON.parse(await readFile(join(folder, "postgres.secrets.json"), "utf8")) as {
    superuser: string;
  };
  return { user: "signet_root", password: secrets.superuser };
}
