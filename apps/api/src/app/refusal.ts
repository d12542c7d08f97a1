import { message, type MessageCode } from "@signet/domain";
import type { FastifyReply, FastifyRequest } from "fastify";

import { localeOf } from "./locale-of.ts";

/**
 * Answers a request that goes no further, with one code: in the form of GraphQL where that was asked,
 * whose messages are English, and as `{ code, message }` elsewhere, in the caller's language.
 */
export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: MessageCode,
  extensions: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  return refuseInWords(request, reply, status, {
    code,
    message: message(code, isGraphql(request) ? "en" : localeOf(request)),
    ...extensions,
  });
}

/** The same for codes that only programs meet, whose words are English everywhere. */
export function refuseInWords(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  {
    code,
    message: text,
    ...facts
  }: { readonly code: string; readonly message: string; readonly incident?: string },
): FastifyReply {
  const body = isGraphql(request)
    ? { errors: [{ message: text, extensions: { code, ...facts } }] }
    : { code, message: text, ...facts };
  return reply.code(status).send(body);
}

const isGraphql = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === "/graphql";
