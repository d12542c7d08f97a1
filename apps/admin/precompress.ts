import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

import type { Plugin } from "vite";

/** Below this a compressed copy saves nothing worth a file. */
const leastBytes = 1_024;

/** Writes a brotli and a gzip copy beside each file of text, once, so that the server sends them as they are. */
export function precompress(): Plugin {
  let folder = "";
  return {
    name: "signet-precompress",
    apply: "build",
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir, build.assetsDir);
    },
    closeBundle() {
      for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
        const path = join(folder, name);
        const content = readFileSync(path);
        if (content.byteLength < leastBytes) continue;
        writeFileSync(`${path}.br`, brotliCompressSync(content));
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
