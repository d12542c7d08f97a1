import { connect, createServer, type Socket } from "node:net";

import type { Connection } from "../src/platform/orm/connection.ts";

export interface FrozenWay {
  readonly way: Pick<Connection, "host" | "port">;
  /** Lets nothing through any more, and says nothing: a server that was stopped in its tracks. */
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}

/** A way to a database server that can be frozen. */
export async function frozenWay({ host, port }: Connection): Promise<FrozenWay> {
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const server = createServer((near) => {
    const far = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
      if (isFrozen) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    way: { host: "127.0.0.1", port: typeof address === "object" ? (address?.port ?? 0) : 0 },
    freeze: () => {
      isFrozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw: () => {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
