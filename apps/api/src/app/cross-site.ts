import type { FastifyRequest } from "fastify";

/**
 * Whether a page of another site made the request, with our reader's cookie riding along. Browsers say
 * so themselves; older ones name the origin of the page at least. Programs say neither.
 */
export function isCrossSite({ headers, host }: Pick<FastifyRequest, "headers" | "host">): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin";
  const { origin } = headers;
  return origin !== undefined && hostOf(origin) !== host;
}

const hostOf = (origin: string): string | null => URL.parse(origin)?.host ?? null;
