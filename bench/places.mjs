import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const here = resolve(fileURLToPath(import.meta.url), "..");
export const root = resolve(here, "..");

/** The address of one of the product's built modules. */
export const built = (module) => pathToFileURL(join(root, "apps/api/dist", module)).href;

/** One of the product's built modules, which stand on what `main.js` imports first. */
export function importBuilt(module) {
  createRequire(built("src/main.js"))("reflect-metadata");
  return import(built(module));
}
