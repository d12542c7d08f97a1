import { readFileSync } from "node:fs";

import * as v from "valibot";

import { ConfigError } from "./config-error.ts";
import { resolvePath } from "./resolve-path.ts";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Tokens and secrets travel to it: in plain text to this machine only. */
function isIssuer(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.search || url.hash || url.username) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && loopback.has(url.hostname));
}

/** The variables of an OpenID Connect provider, among those of the product. */
export const identityProviderEntries = {
  SIGNET_OIDC_ISSUER: v.optional(
    v.pipe(v.string(), v.check(isIssuer, "must be an https:// address, or http:// on loopback")),
  ),
  SIGNET_OIDC_CLIENT_ID: v.optional(text),
  SIGNET_OIDC_CLIENT_SECRET: v.optional(text),
  SIGNET_OIDC_CLIENT_SECRET_FILE: v.optional(text),
  SIGNET_OIDC_NAME: v.optional(v.pipe(text, v.maxLength(40)), "盟统一身份认证"),
  SIGNET_OIDC_TRUST_AMR: v.optional(v.picklist(["yes", "no"]), "no"),
};

export interface IdentityProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** The secret itself, or the file that holds it. */
  readonly secret: { readonly text: string } | { readonly file: string };
  /** As people read it on the button. */
  readonly name: string;
  /** Whether a second factor that the provider checked stands for ours. */
  readonly trustsFactor: boolean;
  /** Where the provider sends people back to; it is registered there. */
  readonly redirectUri: string;
}

interface Environment {
  readonly SIGNET_OIDC_ISSUER?: string | undefined;
  readonly SIGNET_OIDC_CLIENT_ID?: string | undefined;
  readonly SIGNET_OIDC_CLIENT_SECRET?: string | undefined;
  readonly SIGNET_OIDC_CLIENT_SECRET_FILE?: string | undefined;
  readonly SIGNET_OIDC_NAME: string;
  readonly SIGNET_OIDC_TRUST_AMR: "yes" | "no";
  readonly PUBLIC_URL?: string | undefined;
  readonly PORT: number;
}

/**
 * Null where nothing of it is set.
 * @throws {ConfigError} where half of it is, naming what is missing
 */
export function readIdentityProvider(
  env: Environment,
  root: string,
): IdentityProviderConfig | null {
  const {
    SIGNET_OIDC_ISSUER: issuer,
    SIGNET_OIDC_CLIENT_ID: clientId,
    SIGNET_OIDC_CLIENT_SECRET: secret,
    SIGNET_OIDC_CLIENT_SECRET_FILE: file,
  } = env;
  if (!issuer && !clientId && !secret && !file) return null;
  const faults = [
    issuer ? null : "SIGNET_OIDC_ISSUER: is missing beside the other settings of the provider",
    clientId ? null : "SIGNET_OIDC_CLIENT_ID: is missing beside the other settings of the provider",
    secret || file
      ? null
      : "SIGNET_OIDC_CLIENT_SECRET: is missing beside the other settings of the provider",
    secret && file ? "SIGNET_OIDC_CLIENT_SECRET_FILE: give the secret or its file, not both" : null,
    env.PUBLIC_URL || env.PORT !== 0
      ? null
      : "PORT: people are sent back to it from the provider: name one, or PUBLIC_URL",
  ].filter((fault) => fault !== null);
  if (faults.length > 0 || !issuer || !clientId)
    throw new ConfigError(`Configuration:\n  ${faults.join("\n  ")}`);
  const address = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  return {
    issuer,
    clientId,
    secret: secret ? { text: secret } : { file: resolvePath(file ?? "", root) },
    name: env.SIGNET_OIDC_NAME,
    trustsFactor: env.SIGNET_OIDC_TRUST_AMR === "yes",
    redirectUri: new URL("/sign-in/oidc/return", address).href,
  };
}

/**
 * The client's secret, wherever it lies.
 * @throws {ConfigError} where its file cannot be read or is empty
 */
export function readClientSecret({ secret }: Pick<IdentityProviderConfig, "secret">): string {
  if ("text" in secret) return secret.text;
  const read = readable(secret.file);
  if (read) return read;
  throw new ConfigError(
    "Configuration:\n  SIGNET_OIDC_CLIENT_SECRET_FILE: cannot be read, or is empty",
  );
}

function readable(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}
