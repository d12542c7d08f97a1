import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { readHead } from "../modules/audit/index.ts";
import { type SeatLimits, Seats } from "../platform/budget/seats.ts";
import type { ActFeed } from "../platform/live/act-feed.ts";
import { readCredentials } from "./credentials.ts";
import type { Installation } from "./installation.ts";
import { refuse } from "./refusal.ts";

const pingMs = 15_000;
const mostUnreadBytes = 64 * 1024;

/**
 * `GET /events`: one stream a browser, of Server-Sent Events. It says that something happened, not
 * what: whoever hears it reads again what they may see. `hello` comes first, also after a gap, with
 * the newest act; a stream that missed some therefore knows.
 */
export function registerEvents(
  server: FastifyInstance,
  installation: Pick<Installation, "orm" | "vault" | "clock" | "secondFactor">,
  feed: ActFeed,
  limits: SeatLimits,
): void {
  const { orm, clock } = installation;
  const open = new Set<() => void>();
  const seats = new Seats(limits);
  let isClosing = false;
  server.addHook("preClose", async () => {
    isClosing = true;
    for (const end of open) end();
  });

  const isKnown = async (request: FastifyRequest): Promise<boolean> => {
    const read = await readCredentials(installation, request);
    return read.ok && read.value.actor !== null;
  };

  server.get(
    "/events",
    { config: { asksWho: true, isAutomatic: true, deadlineMs: null } },
    async (request, reply) => {
      const { caller } = request;
      if (!caller.actor) return refuse(request, reply, 401, "NOT_SIGNED_IN");
      const leave = seats.take(caller.actor.id);
      if (!leave)
        return refuse(request, reply.header("retry-after", "10"), 429, "TOO_MANY_STREAMS");
      const send = stream(reply);
      const stopListening = feed.listen((sequence) =>
        send(`id: ${sequence}\nevent: act\ndata: {"sequence":${sequence}}`),
      );
      const end = (): void => {
        clearInterval(ping);
        stopListening();
        leave();
        open.delete(end);
        reply.raw.end();
      };
      // A session or key that ended elsewhere ends its stream at the next ping.
      const ping = setInterval(() => {
        isKnown(request).then(
          (still) => (still ? send("event: ping\ndata: {}") : end()),
          () => send("event: ping\ndata: {}"),
        );
      }, pingMs);
      open.add(end);
      reply.raw.on("close", end);
      // It may have been left while it was asked who comes: that is not heard again.
      if (reply.raw.destroyed) {
        end();
        return reply;
      }
      try {
        const sequence = await readHead(orm.em.fork());
        send(
          `id: ${sequence}\nevent: hello\ndata: ${JSON.stringify({ sequence, asOf: clock.now().toISOString() })}`,
        );
      } catch {
        // Its reader comes again, and is told then.
        end();
      }
      // Asked for before the end began, and ready only now.
      if (isClosing) end();
      return reply;
    },
  );
}

/** Takes the answer over from the framework; answers how to write one event. */
function stream(reply: FastifyReply): (event: string) => void {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) raw.setHeader(name, value as string);
  }
  raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    // Nothing follows a stream: kept alive, its connection would hold up the server's end.
    connection: "close",
  });
  return (event) => {
    // Whoever does not read comes again: what waits for them is not kept for ever.
    if (raw.writableLength > mostUnreadBytes) raw.destroy();
    else if (raw.writable) raw.write(`${event}\n\n`);
  };
}
