import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { pack } from "./pack.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The tarball that every test of this project looks at. */
    readonly tarball: string;
  }
}

let folder: string | undefined;

/** One tarball a run. */
export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), "signet-packed-"));
  project.provide("tarball", await pack(folder));
}

/** Leaves nothing behind. */
export async function teardown(): Promise<void> {
  if (folder) await rm(folder, { recursive: true, force: true });
}
