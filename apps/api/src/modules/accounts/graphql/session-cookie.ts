import type { FastifyReply, FastifyRequest } from "fastify";

const name = "__Host-signet";
const providerName = "__Host-signet-oidc";
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

/**
 * Stands while its browser is away at the identity provider. It has to come along when the browser comes
 * back from there, which is another site; whoever has it and nothing else can do nothing with it.
 */
const awayAttributes = { ...attributes, sameSite: "lax" } as const;

export const setProviderCookie = (reply: FastifyReply, token: string, maxAge: number): void =>
  void reply.setCookie(providerName, token, { ...awayAttributes, maxAge });

export const clearProviderCookie = (reply: FastifyReply): void =>
  void reply.clearCookie(providerName, awayAttributes);

export const providerToken = (request: FastifyRequest): string | null =>
  request.cookies[providerName] ?? null;
