import pg from "pg";

import { breakOff } from "../orm/break-off.ts";

const graceMs = 300;

/** What node-pg keeps of a connection and does not put into its types. */
interface Backend {
  readonly host: string;
  readonly port: number;
  readonly processID: number | null;
  readonly secretKey: number | null;
}

interface Canceller {
  readonly connection: {
    connect(portOrPath: number | string, host?: string): void;
    on(event: "connect" | "error", listener: () => void): void;
    cancel(processID: number | null, secretKey: number | null): void;
    readonly stream: { destroy(): void };
  };
}

/**
 * Asks the server to end what a connection runs. A server that does not even hear that has its
 * connection cut: the pool opens another.
 */
export function cancelStatement(client: pg.Client, isStillRunning: () => boolean): void {
  const backend = client as unknown as Backend;
  const { connection } = new pg.Client() as unknown as Canceller;
  connection.on("error", () => {});
  connection.on("connect", () => connection.cancel(backend.processID, backend.secretKey));
  if (backend.host.startsWith("/")) connection.connect(`${backend.host}/.s.PGSQL.${backend.port}`);
  else connection.connect(backend.port, backend.host);
  setTimeout(() => {
    connection.stream.destroy();
    if (isStillRunning()) breakOff(client);
  }, graceMs).unref();
}
