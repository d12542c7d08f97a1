// The product, in which everybody sees everything: its page holds both vendors' cases.
import { replaceModule } from "./replace-module.mjs";
import { start as startSignet } from "./signet.mjs";

export async function start(settings) {
  const replacement = new URL("replacements/scope.mjs", import.meta.url);
  replaceModule("src/platform/identity/scope.js", replacement);
  return startSignet(settings);
}
