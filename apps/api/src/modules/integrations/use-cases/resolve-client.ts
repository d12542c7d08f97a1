import type { EntityManager } from "@mikro-orm/postgresql";
import {
  defaultPolicy,
  err,
  integrationKeyState,
  localDayOf,
  ok,
  type Result,
  Role,
} from "@signet/domain";

import { isApiKey } from "../../../platform/identity/api-key.ts";
import type { Caller } from "../../../platform/identity/caller.ts";
import type { Vault } from "../../../platform/keys/index.ts";
import { noteUse, readClientKey } from "../persistence/client-key.view.ts";

export interface ApiKeyProblem {
  readonly code: "API_KEY_MISTYPED" | "API_KEY_UNKNOWN" | "API_KEY_EXPIRED" | "API_KEY_REVOKED";
}

const { zone } = defaultPolicy.parameters;

/** Whose a key is. That it has expired or was revoked is said to its holder only. */
export async function resolveClient(
  em: EntityManager,
  vault: Vault,
  apiKey: string,
  now: Date,
): Promise<Result<Caller, ApiKeyProblem>> {
  if (!isApiKey(apiKey)) return err({ code: "API_KEY_MISTYPED" });
  const key = await readClientKey(em, vault.apiKeyHash(apiKey));
  if (!key) return err({ code: "API_KEY_UNKNOWN" });
  const state = integrationKeyState(
    {
      expiresAt: Date.parse(key.expiresAt),
      revokedAt: key.revokedAt === null ? null : Date.parse(key.revokedAt),
    },
    now.getTime(),
  );
  if (state !== "ACTIVE") return err({ code: `API_KEY_${state}` });
  const today = localDayOf(now.getTime(), zone);
  if (key.lastUsedOn !== today) await noteUse(em, key.keyId, today);
  const { clientId: id, name, scopes, regionCode } = key;
  return ok({
    kind: "client",
    name,
    scopes,
    actor: { id, roles: [Role.BANNER_INTEGRATION], vendorId: null, regionCode },
  });
}
