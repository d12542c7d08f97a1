// The product, told who asks instead of looking the session up.
import { replaceModule } from "./replace-module.mjs";
import { start as startSignet } from "./signet.mjs";
import { believe } from "./replacements/resolve-caller.mjs";

export async function start(settings) {
  const replacement = new URL("replacements/resolve-caller.mjs", import.meta.url);
  replaceModule("src/modules/accounts/use-cases/resolve-caller.js", replacement);
  believe(settings.actor);
  return startSignet(settings);
}
