import type { Caller } from "./caller.ts";

/** Whose account a session is of. */
export interface OwnAccount {
  readonly accountId: string;
  readonly sessionId: string;
}

/** Whose session it is, also where they may do nothing else yet; null without a session. */
export function ownAccount(caller: Caller): OwnAccount | null {
  if (caller.kind === "user") return { accountId: caller.actor.id, sessionId: caller.sessionId };
  if (caller.kind === "enrolling")
    return { accountId: caller.accountId, sessionId: caller.sessionId };
  return null;
}
