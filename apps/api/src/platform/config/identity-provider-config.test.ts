import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import { ConfigError, readConfig } from "./config.ts";
import { readClientSecret } from "./identity-provider-config.ts";

const folder = mkdtempSync(join(tmpdir(), "signet-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

const whole = {
  SIGNET_OIDC_ISSUER: "https://id.league.example/realms/one",
  SIGNET_OIDC_CLIENT_ID: "signet",
  SIGNET_OIDC_CLIENT_SECRET: "hush-secret",
};

function faultsOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "";
}
const faultsIn = (environment: Record<string, string>): string =>
  faultsOf(() => readConfig(environment, folder));

describe("the identity provider", () => {
  it("is there once issuer, client and secret are, and sends people back to this machine", () => {
    expect(readConfig(whole, folder).identityProvider).toEqual({
      issuer: "https://id.league.example/realms/one",
      clientId: "signet",
      secret: { text: "hush-secret" },
      name: "盟统一身份认证",
      trustsFactor: false,
      redirectUri: "http://localhost:4000/sign-in/oidc/return",
    });
  });

  it("sends people back to the public address, and is called and trusted as is said", () => {
    const environment = {
      ...whole,
      PUBLIC_URL: "https://signet.example",
      SIGNET_OIDC_NAME: "统一登录",
      SIGNET_OIDC_TRUST_AMR: "yes",
    };
    expect(readConfig(environment, folder).identityProvider).toMatchObject({
      redirectUri: "https://signet.example/sign-in/oidc/return",
      name: "统一登录",
      trustsFactor: true,
    });
  });

  it.each(Object.keys(whole))("is refused without %s, which is named", (name) => {
    const half = Object.fromEntries(Object.entries(whole).filter(([one]) => one !== name));
    const faults = faultsIn(half);
    expect(faults).toContain(`${name}: `);
    expect(faults.split("\n")).toHaveLength(2);
    expect(faults).not.toContain("hush");
  });

  it.each([
    "http://id.league.example",
    "http://10.0.0.1",
    "ftp://localhost",
    "id.example",
    "https://a.example/?b=c",
    "https://user@a.example",
  ])("is never %s", (SIGNET_OIDC_ISSUER) => {
    expect(faultsIn({ ...whole, SIGNET_OIDC_ISSUER })).toContain("SIGNET_OIDC_ISSUER: ");
  });

  it.each(["http://localhost:9000", "http://127.0.0.1:9000/id", "http://[::1]:9000"])(
    "may be %s, on this machine",
    (SIGNET_OIDC_ISSUER) => {
      expect(faultsIn({ ...whole, SIGNET_OIDC_ISSUER })).toBe("");
    },
  );

  it("needs a port that stays", () => {
    expect(faultsIn({ ...whole, PORT: "0" })).toContain("PORT: ");
    expect(faultsIn({ ...whole, PORT: "0", PUBLIC_URL: "https://signet.example" })).toBe("");
  });

  it("is trusted with yes or no", () => {
    expect(faultsIn({ ...whole, SIGNET_OIDC_TRUST_AMR: "true" })).toContain(
      "SIGNET_OIDC_TRUST_AMR: ",
    );
  });

  it("may have its secret in a file, and not in two places", () => {
    const { SIGNET_OIDC_CLIENT_SECRET: _, ...rest } = whole;
    writeFileSync(join(folder, "secret"), "hush-file\n");
    const inFile = { ...rest, SIGNET_OIDC_CLIENT_SECRET_FILE: "secret" };
    const { identityProvider } = readConfig(inFile, folder);
    expect(identityProvider && readClientSecret(identityProvider)).toBe("hush-file");
    expect(faultsIn({ ...whole, SIGNET_OIDC_CLIENT_SECRET_FILE: "secret" })).toContain(
      "SIGNET_OIDC_CLIENT_SECRET_FILE: ",
    );
  });

  it.each(["absent", "empty"])("has no secret in a file that is %s", (file) => {
    writeFileSync(join(folder, "empty"), " \n");
    expect(faultsOf(() => readClientSecret({ secret: { file: join(folder, file) } }))).toContain(
      "SIGNET_OIDC_CLIENT_SECRET_FILE: ",
    );
  });
});
