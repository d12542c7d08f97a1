import { Locale } from "@signet/domain";
import type { FastifyRequest } from "fastify";

/** Chinese unless English is asked for first. */
export function localeOf({ headers }: Pick<FastifyRequest, "headers">): Locale {
  const accepted = headers["accept-language"];
  return accepted?.trim().toLowerCase().startsWith("en") ? Locale.EN : Locale.ZH_CN;
}
