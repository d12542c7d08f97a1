import type { FastifyReply, FastifyRequest } from "fastify";

const name = "__Host-signet";
const stepName = "__Host-signet-step";

/** Readable by no script, sent over TLS (or to localhost) only, and never from another site. */
const attributes = { path: "/", httpOnly: true, secure: true, sameSite: "strict" } as const;

export const setSessionCookie = (reply: FastifyReply, token: string): void =>
  void reply.setCookie(name, token, attributes);

export const clearSessionCookie = (reply: FastifyReply): void =>
  void reply.clearCookie(name, attributes);

export const sessionToken = (request: FastifyRequest): string | null =>
  request.cookies[name] ?? null;

/** Stands between the password and the second factor; goes once a session is open. */
export const setStepCookie = (reply: FastifyReply, token: string): void =>
  void reply.setCookie(stepName, token, attributes);

export const clearStepCookie = (reply: FastifyReply): void =>
  void reply.clearCookie(stepName, attributes);

export const stepToken = (request: FastifyRequest): string | null =>
  request.cookies[stepName] ?? null;
