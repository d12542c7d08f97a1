import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { expect, it } from "vitest";

const dist = join(import.meta.dirname, "../dist");
const mostBytes = 120_000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
}

it("loads at most 120 kB of compressed script before the board stands", () => {
  expect(existsSync(join(dist, ".vite/manifest.json")), "the pages are built").toBe(true);
  const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")) as Record<
    string,
    Chunk
  >;
  const needed = new Set<string>();
  const take = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk || needed.has(chunk.file)) return;
    needed.add(chunk.file);
    for (const one of chunk.imports ?? []) take(one);
  };
  take("index.html");
  take("src/locales/zh-CN.json");
  take("src/features/cases/pages/TodayPage.vue");
  const bytes = [...needed].map((file) => gzipSync(readFileSync(join(dist, file))).byteLength);
  expect(bytes.length).toBeGreaterThan(1);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(mostBytes);
});
