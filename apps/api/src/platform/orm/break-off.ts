import type { ClientBase, Pool } from "pg";

/** Breaks a connection off in whatever it is doing; whoever waits for it hears that it has ended. */
export function breakOff(client: ClientBase): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
}

/** A question that was given up leaves its connection waiting: it is of no use to whoever comes next. */
export function breakOffUnanswered(pool: Pool): void {
  pool.on("connect", (client) => {
    const send = client.query.bind(client) as (...parameters: unknown[]) => unknown;
    client.query = (...parameters: unknown[]) => {
      const running = send(...parameters);
      if (running instanceof Promise)
        running.catch((error: Error) => {
          if (error.message === "Query read timeout") breakOff(client);
        });
      return running as never;
    };
  });
}
