import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { readHead } from "../modules/audit/index.ts";
import { resolveCaller, sessionToken } from "../modules/accounts/index.ts";
import type { ActFeed } from "../platform/live/act-feed.ts";
import type { Installation } from "./installation.ts";

const pingMs = 15_000;

/**
 * `GET /events`: one stream a browser, of Server-Sent Events. It says that something happened, not
 * what: whoever hears it reads again what they may see. `hello` comes first, also after a gap, with
 * the newest act; a stream that missed some therefore knows.
 */
export function registerEvents(
  server: FastifyInstance,
  { orm, clock, secondFactor }: Pick<Installation, "orm" | "clock" | "secondFactor">,
  feed: ActFeed,
): void {
  const open = new Set<() => void>();
  let isClosing = false;
  server.addHook("preClose", async () => {
    isClosing = true;
    for (const end of open) end();
  });

  const isSignedIn = async (request: FastifyRequest): Promise<boolean> =>
    (await resolveCaller(orm.em.fork(), sessionToken(request), clock.now(), secondFactor)).kind ===
    "user";

  server.get("/events", async (request, reply) => {
    if (!(await isSignedIn(request))) return reply.code(401).send({ code: "NOT_SIGNED_IN" });
    const send = stream(reply);
    const stopListening = feed.listen((sequence) =>
      send(`id: ${sequence}\nevent: act\ndata: {"sequence":${sequence}}`),
    );
    const sequence = await readHead(orm.em.fork());
    send(
      `id: ${sequence}\nevent: hello\ndata: ${JSON.stringify({ sequence, asOf: clock.now().toISOString() })}`,
    );

    const end = (): void => {
      clearInterval(ping);
      stopListening();
      open.delete(end);
      reply.raw.end();
    };
    // A session that ended elsewhere ends its stream at the next ping.
    const ping = setInterval(() => {
      isSignedIn(request).then(
        (still) => (still ? send("event: ping\ndata: {}") : end()),
        () => send("event: ping\ndata: {}"),
      );
    }, pingMs);
    open.add(end);
    request.raw.on("close", end);
    // Asked for before the end began, and ready only now.
    if (isClosing) end();
    return reply;
  });
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
  return (event) => void (raw.writable && raw.write(`${event}\n\n`));
}
