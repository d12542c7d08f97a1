import type { ClientBase } from "pg";

/** Breaks a connection off in whatever it is doing; whoever waits for it hears that it has ended. */
export function breakOff(client: ClientBase): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
}
