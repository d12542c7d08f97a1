import type { Actor, IntegrationScope } from "@signet/domain";

/**
 * Who asks: a signed-in person, a machine, the operator at the command line, or nobody.
 * `actor` is what the rules of access see; null means nothing is allowed.
 */
export type Caller =
  | {
      readonly kind: "user";
      readonly actor: Actor;
      readonly name: string;
      readonly sessionId: string;
      /** When they last proved who they are. */
      readonly confirmedAt: Date;
    }
  | {
      /** Signed in, and owing the second factor that their roles ask for: allowed nothing else. */
      readonly kind: "enrolling";
      readonly actor: null;
      readonly name: string;
      readonly accountId: string;
      readonly sessionId: string;
      readonly confirmedAt: Date;
    }
  | {
      /** A machine with a key of its own. */
      readonly kind: "client";
      readonly actor: Actor;
      readonly name: string;
      readonly scopes: readonly IntegrationScope[];
    }
  | { readonly kind: "operator"; readonly actor: Actor; readonly name: string }
  | { readonly kind: "system"; readonly actor: Actor; readonly name: string }
  | { readonly kind: "anonymous"; readonly actor: null; readonly name: string };

export const anonymous: Caller = { kind: "anonymous", actor: null, name: "anonymous" };

/** The operating-system user at the command line: acts as hall manager and evaluator, and is recorded as what it is. */
export function operator(osUser: string): Caller {
  return {
    kind: "operator",
    name: osUser,
    actor: {
      id: `operator:${osUser}`,
      roles: ["HALL_MANAGER", "EVALUATOR"],
      vendorId: null,
      regionCode: null,
    },
  };
}

/** The product itself, at start: reference data and demo data. */
export const system: Caller = {
  kind: "system",
  name: "signet",
  actor: {
    id: "system",
    roles: ["CENTRE_ADMINISTRATOR", "HALL_MANAGER", "EVALUATOR"],
    vendorId: null,
    regionCode: null,
  },
};
