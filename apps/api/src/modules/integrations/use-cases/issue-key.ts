import { randomUUIDv7 } from "node:crypto";

import type { EntityManager } from "@mikro-orm/postgresql";
import {
  canManageIntegrations,
  err,
  integrationKeyLimits,
  ok,
  type Refusal,
  type Result,
} from "@signet/domain";

import { hintOf, makeApiKey } from "../../../platform/identity/api-key.ts";
import { type NotSignedIn, permitted } from "../../../platform/identity/permitted.ts";
import {
  recentlyConfirmed,
  type StepUpRequired,
} from "../../../platform/identity/recently-confirmed.ts";
import type { IdempotencyKeyReused, WorkContext } from "../../../platform/orm/index.ts";
import { IntegrationKey } from "../persistence/integration-key.entity.ts";

const dayMs = 86_400_000;

/** What every act on integrations may be refused for. */
export type IntegrationProblem =
  | Refusal
  | NotSignedIn
  | StepUpRequired
  | IdempotencyKeyReused
  | {
      readonly code:
        | "INTEGRATION_NOT_FOUND"
        | "INTEGRATION_NAME_TAKEN"
        | "TOO_MANY_ACTIVE_KEYS"
        | "ALREADY_DONE";
    };

/** A key opens what it opens for a year: whoever makes one has just proved who they are. */
export function mayIssueKeys(
  context: WorkContext,
): Result<unknown, Refusal | NotSignedIn | StepUpRequired> {
  const allowed = permitted(context.caller, canManageIntegrations);
  return allowed.ok ? recentlyConfirmed(context) : allowed;
}

/** A key as it is shown once; null where a repeated request finds it made, and its text gone. */
export interface Issued {
  readonly integrationId: string;
  readonly apiKey: string | null;
}

/** A key that is not kept yet, with its name: a repeated request finds another name in the first outcome. */
export interface FreshKey {
  readonly id: string;
  readonly text: string;
}

export const freshKey = (): FreshKey => ({ id: randomUUIDv7(), text: makeApiKey() });

/** Keeps a key for so many days, unless the integration has two active ones; its row is locked by the caller. */
export async function issueKey(
  tx: EntityManager,
  { caller, scope, vault }: WorkContext,
  key: FreshKey,
  terms: { readonly integrationId: string; readonly days: number; readonly at: Date },
): Promise<Result<null, IntegrationProblem>> {
  const { integrationId, days, at } = terms;
  const active = await tx.count(IntegrationKey, {
    integrationId,
    revokedAt: null,
    expiresAt: { $gt: at },
  });
  if (active >= integrationKeyLimits.mostActive) return err({ code: "TOO_MANY_ACTIVE_KEYS" });
  tx.create(IntegrationKey, {
    id: key.id,
    integrationId,
    secretHash: vault.apiKeyHash(key.text),
    hint: hintOf(key.text),
    createdAt: at,
    createdBy: scope.actorId ?? caller.name,
    expiresAt: new Date(at.getTime() + days * dayMs),
    revokedAt: null,
    revokedBy: null,
    lastUsedOn: null,
  });
  return ok(null);
}

/** What is answered of an act that made a key. */
export const shownOnce = (
  outcome: { readonly integrationId: string; readonly keyId: string },
  key: FreshKey,
): Issued => ({
  integrationId: outcome.integrationId,
  apiKey: outcome.keyId === key.id ? key.text : null,
});
