import { connect, createServer, type Server, type Socket } from "node:net";

import type { Connection } from "../src/platform/orm/connection.ts";

/** A line to the database that can be made to carry nothing more, as to a server that is frozen. */
export class FrozenLine {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #isFrozen = false;

  constructor({ host, port }: Connection) {
    this.#server = createServer((client) => {
      const upstream = connect(`${host}/.s.PGSQL.${port}`);
      this.#join(client, upstream);
      this.#join(upstream, client);
    });
  }

  /** Answers the port that it listens on. */
  open(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, "127.0.0.1", () => {
        const address = this.#server.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  }

  freeze(): void {
    this.#isFrozen = true;
  }

  /** Carries what is sent from now on; what was under way is lost with its connections. */
  thaw(): void {
    this.#isFrozen = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.thaw();
    this.#server.close();
  }

  #join(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on("error", () => {});
    from.on("close", () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    from.on("data", (part) => {
      if (!this.#isFrozen) to.write(part);
    });
  }
}
