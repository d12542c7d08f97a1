import { canReadAudit } from "@signet/domain";

import { type ApiContext, notAllowed, notSignedIn } from "../../../platform/graphql/index.ts";

/** Lets nobody read the audit who may not. @throws a GraphQL error for everybody else */
export function requireReader({ caller, locale }: ApiContext): void {
  if (!caller.actor) throw notSignedIn();
  const allowed = canReadAudit(caller.actor);
  if (!allowed.ok) throw notAllowed(allowed.error.code, locale);
}
