import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll } from "vitest";

import { launcher, type Product, start } from "../../../api/test/journeys/product.ts";

export interface RunningProduct {
  readonly address: string;
  readonly folder: string;
  stop(): Promise<void>;
  /** Starts it again on its data and its port. */
  startAgain(): Promise<void>;
}

/** The product of a test file, started as `npm start` does on an empty folder, and ended with the file. */
export function useProduct(settings: Readonly<Record<string, string>> = {}): RunningProduct {
  let folder = "";
  let product: Product | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "signet-browser-"));
    product = await start(folder, launcher, settings);
  }, 180_000);
  afterAll(async () => {
    await product?.interrupt();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    get address() {
      return product?.address ?? "";
    },
    get folder() {
      return folder;
    },
    stop: async () => void (await product?.interrupt()),
    startAgain: async () => {
      const { port } = new URL(product?.address ?? "");
      product = await start(folder, launcher, { ...settings, PORT: port });
    },
  };
}
