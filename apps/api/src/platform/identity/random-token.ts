import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as text, for cookies and links. */
export const randomToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of such a token. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();
