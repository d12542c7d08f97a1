import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { checkout } from "./checkout.ts";
import { ConfigError, environmentNames, readConfig } from "./config.ts";

const root = "/srv/signet";

function faultsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment, root);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "";
}

describe("the configuration", () => {
  it("needs nothing: an embedded database beside the checkout, on this machine only, with demo data", () => {
    expect(readConfig({}, root)).toEqual({
      http: { host: "localhost", port: 4000, publicUrl: null, proxies: 0, deadlineMs: 10_000 },
      data: {
        folder: "/srv/signet/data",
        keyFile: "/srv/signet/data/master-key.json",
        auditHeads: "/srv/signet/data/audit-heads.jsonl",
      },
      audit: { chainAlgorithm: "HMAC-SHA-256" },
      space: { lowBelow: 500 * 2 ** 20, fullBelow: 200 * 2 ** 20 },
      database: null,
      documents: null,
      demo: "on",
      accounts: { secondFactor: "optional" },
      identityProvider: null,
      log: { level: "info" },
    });
  });

  it("takes relative folders from the checkout and leaves absolute ones", () => {
    const { data } = readConfig(
      {
        SIGNET_DATA_DIR: "elsewhere",
        SIGNET_KEY_FILE: "/keys/k",
        SIGNET_AUDIT_HEADS_DIR: "/far/away",
      },
      root,
    );
    expect(data).toEqual({
      folder: "/srv/signet/elsewhere",
      keyFile: "/keys/k",
      auditHeads: "/far/away/audit-heads.jsonl",
    });
  });

  it("keeps the master key in the data folder wherever that is", () => {
    expect(readConfig({ SIGNET_DATA_DIR: "/var/signet" }, root).data.keyFile).toBe(
      "/var/signet/master-key.json",
    );
  });

  it("tells all faults at once, each by its variable and none by its value", () => {
    const environment = {
      PORT: "hush-port",
      PUBLIC_URL: "hush-url",
      SIGNET_DEMO: "hush-demo",
      DATABASE_URL: "mysql://hush:hush@hush/hush",
      DATABASE_OWNER_URL: "hush-owner",
      LOG_LEVEL: "hush-level",
    };
    const message = faultsOf(environment);
    for (const name of Object.keys(environment)) expect(message).toContain(`${name}: `);
    expect(message).not.toContain("hush");
  });

  it.each(["65536", "-1", "4000.5", "4000 "])("refuses %j as a port", (PORT) => {
    expect(faultsOf({ PORT })).toContain("PORT: ");
  });

  it.each(["0.0.0.0", "192.168.1.20", "signet.lan", "::"])(
    "refuses to listen on %s without TLS in front: sessions never travel in plain text",
    (HOST) => {
      expect(faultsOf({ HOST })).toContain("HOST: ");
      expect(faultsOf({ HOST, PUBLIC_URL: "http://signet.example" })).toContain("HOST: ");
      expect(faultsOf({ HOST, PUBLIC_URL: "https://signet.example" })).toBe("");
    },
  );

  it("loads no demo data where the product is public, unless it is asked to", () => {
    const PUBLIC_URL = "https://signet.example";
    expect(readConfig({ PUBLIC_URL }, root).demo).toBe("off");
    expect(readConfig({ PUBLIC_URL, SIGNET_DEMO: "on" }, root).demo).toBe("on");
  });

  it("can be asked for the demo's accounts alone", () => {
    expect(readConfig({ SIGNET_DEMO: "accounts" }, root).demo).toBe("accounts");
  });

  it("wants an owner's address only beside the application's", () => {
    expect(faultsOf({ DATABASE_OWNER_URL: "postgres://owner@db/signet" })).toContain(
      "DATABASE_OWNER_URL: needs DATABASE_URL",
    );
  });

  it("is documented variable by variable, one a paragraph, in .env.sample", () => {
    const sample = readFileSync(join(checkout, ".env.sample"), "utf8");
    const [, ...paragraphs] = sample.trim().split("\n\n");
    const documented = paragraphs.map((paragraph) => {
      const names = [...paragraph.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
      expect(names).toHaveLength(1);
      return names[0];
    });
    expect(documented).toEqual(environmentNames);
  });
});
