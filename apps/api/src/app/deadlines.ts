import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { Deadline, type DeadlineReason, runUnder } from "../platform/deadline/deadline.ts";
import type { Installation } from "./installation.ts";
import { refuse } from "./refusal.ts";
import type { ServerLimits } from "./server-limits.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Longer than others may take; null for what has no end. */
    deadlineMs?: number | null;
  }
  interface FastifyRequest {
    /** Gives the place among so many requests back before the end: for what is counted otherwise from here on. */
    leavePlace(): void;
  }
}

const statuses: Readonly<Record<DeadlineReason, number>> = { TIMED_OUT: 504, UNAVAILABLE: 503 };

/**
 * Gives every request that asks the database a deadline which reaches its statements, and lets so many
 * in at once. While the database does not answer at all, nobody waits to be told.
 */
export async function registerDeadlines(
  server: FastifyInstance,
  { watch, space }: Pick<Installation, "watch" | "space">,
  limits: Pick<ServerLimits, "deadlineMs" | "inFlight">,
): Promise<void> {
  const running = new Set<Deadline>();
  let placesLeft = limits.inFlight;
  server.decorateRequest("leavePlace", () => {});
  const endWatch = watch.start(() => {
    for (const deadline of running) deadline.end("UNAVAILABLE");
  });
  await space.start();
  server.addHook("onClose", async () => {
    space.stop();
    await endWatch();
  });
  server.addHook("preHandler", (request, reply, done) => {
    const { asksWho, deadlineMs = limits.deadlineMs } = request.routeOptions.config;
    if (!asksWho) return done();
    if (!watch.answers) return void turnAway(request, reply, "UNAVAILABLE");
    if (deadlineMs === null) return done();
    if (placesLeft === 0) return void turnAway(request, reply, "BUSY");
    const deadline = new Deadline(deadlineMs, (reason) => {
      if (!reply.sent) turnAway(request, reply, reason, statuses[reason]);
    });
    running.add(deadline);
    placesLeft -= 1;
    let isHeld = true;
    request.leavePlace = () => {
      if (isHeld) placesLeft += 1;
      isHeld = false;
    };
    reply.raw.once("close", () => {
      deadline.answered();
      running.delete(deadline);
      request.leavePlace();
    });
    runUnder(deadline, done);
  });
}

const turnAway = (
  request: FastifyRequest,
  reply: FastifyReply,
  code: DeadlineReason | "BUSY",
  status = 503,
): FastifyReply => refuse(request, reply.header("retry-after", "2"), status, code);
