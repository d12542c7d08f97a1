import { createHash } from "node:crypto";

const minute = 60_000;

/** How long a session lives: unused, and at all. */
export const sessionLifetime = {
  idleMs: 30 * minute,
  absoluteMs: 12 * 60 * minute,
  touchEveryMs: minute,
} as const;

/** What is stored of a session's token. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();
