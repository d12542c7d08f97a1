import { Socket } from "node:net";

/** The sockets of a pool, also of those that are still connecting, so that dead ones can be dropped at once. */
export class Sockets {
  readonly #open = new Set<Socket>();

  /** What the driver makes its connections with. */
  readonly make = (): Socket => {
    const socket = new Socket();
    this.#open.add(socket);
    socket.once("close", () => this.#open.delete(socket));
    return socket;
  };

  /** Ends every connection; whatever waits on one fails now. */
  dropAll(): void {
    for (const socket of this.#open) socket.destroy(new Error("Connection terminated"));
  }
}
