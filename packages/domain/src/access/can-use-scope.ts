import type { IntegrationScope } from "../vocabulary.ts";
import type { Permission } from "./actor.ts";
import { permitted, refused } from "./actor.ts";

/**
 * May a machine read what is open to some scopes? With any one of them; what is open to none is closed.
 * Refusals: SCOPE_MISSING.
 * @example
 * ```ts
 * canUseScope(["READ_CASES"], ["READ_CASES", "READ_SCORECARDS"]); // → { ok: true, value: true }
 * canUseScope(["READ_CASES"], []); // → { ok: false, error: { code: "SCOPE_MISSING" } }
 * ```
 */
export const canUseScope = (
  held: readonly IntegrationScope[],
  openTo: readonly IntegrationScope[],
): Permission =>
  openTo.some((scope) => held.includes(scope)) ? permitted : refused("SCOPE_MISSING");
