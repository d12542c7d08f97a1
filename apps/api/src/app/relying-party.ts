import type { FastifyRequest } from "fastify";

import type { RelyingParty } from "../modules/accounts/index.ts";

/**
 * For whom passkeys are made: the public address, or this machine at the very port that was asked.
 * What the request says of its host is not heard: it would let another page of this machine in.
 */
export function relyingPartyOf(
  publicUrl: string | null,
  { socket }: Pick<FastifyRequest, "socket">,
): RelyingParty {
  // What came over a socket file, or over nothing, came to no port.
  const port = socket.localPort === undefined ? "" : `:${socket.localPort}`;
  const { hostname, origin } = new URL(publicUrl ?? `http://localhost${port}`);
  return { id: hostname, origin };
}
