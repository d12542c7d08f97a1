// Puts a module of the harness in the place of one of the product's built modules, in this process only:
// what one part costs is seen by leaving it out, and the product needs no switch for it.
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

import { built } from "../places.mjs";

export function replaceModule(module, replacement) {
  const original = built(module);
  if (!existsSync(fileURLToPath(original)))
    throw new Error(`The product has no ${module} any more`);
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      return found.url === original ? next(replacement.href, context) : found;
    },
  });
}
