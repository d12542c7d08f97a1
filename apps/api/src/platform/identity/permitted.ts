import { type Actor, err, type Permission, type Refusal, type Result } from "@signet/domain";

import type { Caller } from "./caller.ts";

export interface NotSignedIn {
  readonly code: "NOT_SIGNED_IN";
}

/** Puts a question of access to the rules, for whoever asks; nobody is told to sign in first. */
export function permitted(
  { actor }: Caller,
  question: (actor: Actor) => Permission,
): Result<true, Refusal | NotSignedIn> {
  return actor ? question(actor) : err({ code: "NOT_SIGNED_IN" });
}
