import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Client } from "pg";
import { inject } from "vitest";

import { checkout } from "../src/platform/config/checkout.ts";
import type { Clock } from "../src/platform/clock/clock.ts";
import { createTestInstallation, type TestInstallation } from "./create-test-installation.ts";
import { importFile } from "./import-file.ts";

interface VendorExpectation {
  readonly onsite: number;
  readonly onsiteBreached: number;
  readonly onsiteLongestMs: number;
  readonly online: number;
  readonly onlineBreached: number;
  readonly completionBreached: number;
  readonly mailingBreached: number;
  readonly nextQuarter: number;
}

/** The sample quarter as two vendors' staff would export it, and what is to be made of it. */
export const sample = {
  path: join(checkout, "apps/api/demo/cases-2026Q3.csv"),
  expected: JSON.parse(
    readFileSync(join(checkout, "apps/api/demo/cases-2026Q3.expected.json"), "utf8"),
  ) as {
    readonly rows: number;
    readonly clean: number;
    readonly faults: readonly { readonly why: string; readonly no: string }[];
    readonly vendors: Readonly<Record<string, VendorExpectation>>;
  },
};

export const sampleText = (): string => readFileSync(sample.path, "utf8").replace(/^\uFEFF/, "");

/** The identity numbers of the sample's lines, as the file has them. */
export const sampleIdentityNumbers = (): readonly string[] => columnOf("证件号码");

/** The names of the sample's applicants. */
export const sampleNames = (): readonly string[] => columnOf("主体名称");

function columnOf(title: string): readonly string[] {
  const [heading = "", ...lines] = sampleText().trimEnd().split("\r\n");
  const position = heading.split(",").indexOf(title);
  return [...new Set(lines.map((line) => line.split(",")[position] ?? ""))];
}

const template = "signet_test_sample";

/** A database of its own with the sample imported: the first of a run that asks imports it for all. */
export async function createSampleInstallation(clock?: Clock): Promise<TestInstallation> {
  const client = new Client(inject("postgres").maker);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('signet.test-sample'))");
    const known = await client.query("select from pg_database where datname = $1", [template]);
    if (known.rowCount === 0) {
      const first = await createTestInstallation();
      await importFile(first, sample.path);
      const [row] = await first.sql<{ name: string }>("select current_database() as name");
      await first.orm.close();
      await client.query(`alter database ${row?.name} rename to ${template}`);
    }
  } finally {
    await client.end();
  }
  return createTestInstallation(clock, template);
}
