import { resolve } from "node:path";

import * as v from "valibot";

import { type ChainAlgorithm, chainAlgorithms } from "../keys/chain-algorithm.ts";
import { ConfigError } from "./config-error.ts";
import {
  type IdentityProviderConfig,
  identityProviderEntries,
  readIdentityProvider,
} from "./identity-provider-config.ts";
import { resolvePath } from "./resolve-path.ts";

export { ConfigError } from "./config-error.ts";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535));
const deadline = v.pipe(
  v.string(),
  v.regex(/^\d{3,6}$/, "must be milliseconds, 500 to 120000"),
  v.transform(Number),
  v.minValue(500),
  v.maxValue(120_000),
);
const megabytes = v.pipe(
  v.string(),
  v.regex(/^\d{1,9}$/, "must be a whole number of megabytes"),
  v.transform((text) => Number(text) * 2 ** 20),
);
const proxies = v.pipe(v.string(), v.regex(/^[1-9]$/, "must be 1 to 9"), v.transform(Number));
const demo = v.picklist(["on", "accounts", "off"]);
const databaseUrl = v.pipe(
  v.string(),
  v.regex(/^postgres(ql)?:\/\//, "must be a postgres:// address"),
);

/** Every environment variable of the product, by name. `.env.sample` lists the same names. */
const environmentSchema = v.object({
  PORT: v.optional(port, "4000"),
  HOST: v.optional(text, "localhost"),
  PUBLIC_URL: v.optional(v.pipe(v.string(), v.url())),
  SIGNET_PROXIES: v.optional(proxies, "1"),
  SIGNET_DATA_DIR: v.optional(text, "data"),
  SIGNET_KEY_FILE: v.optional(text),
  SIGNET_AUDIT_HEADS_DIR: v.optional(text),
  SIGNET_AUDIT_ALGORITHM: v.optional(v.picklist(chainAlgorithms), "HMAC-SHA-256"),
  SIGNET_DEMO: v.optional(demo),
  SIGNET_DOCUMENTS: v.optional(text),
  SIGNET_DEADLINE_MS: v.optional(deadline, "10000"),
  SIGNET_SECOND_FACTOR: v.optional(v.picklist(["required", "optional"])),
  ...identityProviderEntries,
  DATABASE_URL: v.optional(databaseUrl),
  DATABASE_OWNER_URL: v.optional(databaseUrl),
  SIGNET_DISK_LOW_MB: v.optional(megabytes, "500"),
  SIGNET_DISK_FULL_MB: v.optional(megabytes, "200"),
  LOG_LEVEL: v.optional(v.picklist(["fatal", "error", "warn", "info", "debug", "silent"]), "info"),
});

export const environmentNames = Object.keys(environmentSchema.entries);

export interface Config {
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string | null;
    /** How many proxies stand between the callers and the product. */
    readonly proxies: number;
    /** How long a request may take. */
    readonly deadlineMs: number;
  };
  readonly data: {
    readonly folder: string;
    readonly keyFile: string;
    /** The heads of the audit chain, written out of the database. */
    readonly auditHeads: string;
  };
  readonly audit: { readonly chainAlgorithm: ChainAlgorithm };
  /** Bytes free on the data folder's disk below which the product is not ready, and writes nothing. */
  readonly space: { readonly lowBelow: number; readonly fullBelow: number };
  /** Null where the embedded server is used. */
  readonly database: { readonly url: string; readonly ownerUrl: string | null } | null;
  /** A file of further documents that sessions may send; null where only the pages' own are trusted. */
  readonly documents: string | null;
  /** `accounts`: people who can sign in, and nothing else to be seen yet. */
  readonly demo: "on" | "accounts" | "off";
  readonly accounts: { readonly secondFactor: "required" | "optional" };
  /** By which people may sign in besides; null where none is named. */
  readonly identityProvider: IdentityProviderConfig | null;
  readonly log: { readonly level: "fatal" | "error" | "warn" | "info" | "debug" | "silent" };
}

/**
 * Reads the configuration. Relative folders are taken from `root`, the checkout.
 * @throws {ConfigError} naming every variable at fault
 */
export function readConfig(environment: Record<string, string | undefined>, root: string): Config {
  const given = Object.fromEntries(
    environmentNames.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const parsed = v.safeParse(environmentSchema, given);
  if (!parsed.success) {
    const faults = parsed.issues.map(
      (issue) => `${v.getDotPath(issue)}: ${issue.message.replace(/(?: but|:) received .*/is, "")}`,
    );
    throw new ConfigError(`Configuration:\n  ${faults.join("\n  ")}`);
  }
  const env = parsed.output;
  if (env.DATABASE_OWNER_URL && !env.DATABASE_URL) {
    throw new ConfigError("Configuration:\n  DATABASE_OWNER_URL: needs DATABASE_URL beside it");
  }
  if (env.SIGNET_DISK_LOW_MB < env.SIGNET_DISK_FULL_MB) {
    throw new ConfigError(
      "Configuration:\n  SIGNET_DISK_LOW_MB: must not be below SIGNET_DISK_FULL_MB",
    );
  }
  refusePlainNetwork(env.HOST, env.PUBLIC_URL);
  const folder = resolvePath(env.SIGNET_DATA_DIR, root);
  const shownDemo = env.SIGNET_DEMO ?? (env.PUBLIC_URL ? "off" : "on");
  return Object.freeze({
    http: {
      host: env.HOST,
      port: env.PORT,
      publicUrl: env.PUBLIC_URL ?? null,
      proxies: env.PUBLIC_URL ? env.SIGNET_PROXIES : 0,
      deadlineMs: env.SIGNET_DEADLINE_MS,
    },
    data: {
      folder,
      keyFile: resolvePath(env.SIGNET_KEY_FILE ?? resolve(folder, "master-key.json"), root),
      auditHeads: resolve(
        resolvePath(env.SIGNET_AUDIT_HEADS_DIR ?? folder, root),
        "audit-heads.jsonl",
      ),
    },
    audit: { chainAlgorithm: env.SIGNET_AUDIT_ALGORITHM },
    space: { lowBelow: env.SIGNET_DISK_LOW_MB, fullBelow: env.SIGNET_DISK_FULL_MB },
    database: env.DATABASE_URL
      ? { url: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL ?? null }
      : null,
    documents: env.SIGNET_DOCUMENTS ? resolvePath(env.SIGNET_DOCUMENTS, root) : null,
    demo: shownDemo,
    // Accounts whose password is printed at the start are no secret anyway.
    accounts: {
      secondFactor: env.SIGNET_SECOND_FACTOR ?? (shownDemo === "off" ? "required" : "optional"),
    },
    identityProvider: readIdentityProvider(env, root),
    log: { level: env.LOG_LEVEL },
  });
}

/** Session cookies are Secure: over plain http they reach a browser on this machine only. */
function refusePlainNetwork(host: string, publicUrl: string | undefined): void {
  const local = ["localhost", "127.0.0.1", "::1"].includes(host);
  const encrypted = publicUrl?.startsWith("https://");
  if (!local && !encrypted) {
    throw new ConfigError(
      "Configuration:\n  HOST: listening beyond this machine needs PUBLIC_URL=https://… (a TLS proxy in front); sessions are never sent over plain http",
    );
  }
}
