import type { FastifyReply, FastifyRequest } from "fastify";

import type { Clock } from "../platform/clock/clock.ts";
import { networkOf } from "../platform/identity/network-of.ts";
import { TokenBuckets } from "../platform/budget/token-bucket.ts";
import { refuseInWords } from "./refusal.ts";
import type { ServerLimits } from "./server-limits.ts";

/** Answers false where the budget is spent and the request was answered with that. */
export type Charge = (
  request: FastifyRequest,
  reply: FastifyReply,
  cost: number,
  /** Out of which budget of an address; documents' where it is not said. */
  purse?: "address" | "sign-in",
) => boolean;

/**
 * Charges documents of programs by what they cost: a machine's to the machine, others to the address
 * they come from.
 */
export function createBudgets(perMinute: ServerLimits["budget"], clock: Clock): Charge {
  const buckets = new TokenBuckets();
  return (request, reply, cost, purse = "address") => {
    const { caller, ip } = request;
    const [key, quota] =
      caller.kind === "client"
        ? [`client ${caller.actor.id}`, perMinute.client]
        : [`${purse} ${networkOf(ip)}`, perMinute.anonymous];
    const { isPaid, left, wholeIn, retryIn } = buckets.pay(key, cost, quota, clock.now().getTime());
    // draft-ietf-httpapi-ratelimit-headers: the policy's quota and window, what remains, and until when.
    reply.header("ratelimit-policy", `"cost";q=${quota};w=60`);
    reply.header("ratelimit", `"cost";r=${left};t=${wholeIn}`);
    if (isPaid) return true;
    refuseInWords(request, reply.header("retry-after", String(Math.max(1, retryIn))), 429, {
      code: "BUDGET_SPENT",
      message: `This costs ${cost} points; ${left} of ${quota} a minute are left`,
    });
    return false;
  };
}
