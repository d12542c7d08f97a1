import { createServer } from "node:net";

/** A port that nobody listens on at the moment, for what has to be known before the product starts. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, "localhost", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("A port was due");
  return address.port;
}
