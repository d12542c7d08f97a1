import { setTimeout } from "node:timers/promises";

import { err, ok, type Result } from "@signet/domain";
import * as client from "openid-client";

import { type ProviderFailure, failureOf } from "./provider-failure.ts";
import { saysTwoFactors } from "./provider-factor.ts";

export interface IdentityProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly trustsFactor: boolean;
  readonly redirectUri: string;
  /** Hears why something failed: names and codes only, never what was said. */
  readonly onFailure?: (failure: object) => void;
}

/** What one attempt is known by, on both of its ways. */
export interface ProviderAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is to the provider, as its signed word says. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** When they proved it there; null where the provider does not say. */
  readonly authenticatedAt: Date | null;
  /** Whether the provider checked a second factor, and this installation takes its word for it. */
  readonly hasSecondFactor: boolean;
}

/** Each request to the provider, and all of one step together: people are told within three seconds. */
const requestSeconds = 2.5;
const stepMs = 2_800;
const metadataMs = 3_600_000;
const clockToleranceSeconds = 30;

/**
 * An OpenID Connect provider: the authorization code flow with PKCE, a nonce, and a signed ID token.
 * What it says of itself is read when somebody first wants to go there, so that nothing waits for it.
 */
export class IdentityProvider {
  readonly #settings: IdentityProviderSettings;
  #known: { readonly configuration: Promise<client.Configuration>; readonly until: number } | null =
    null;

  constructor(settings: IdentityProviderSettings) {
    this.#settings = settings;
  }

  get name(): string {
    return this.#settings.name;
  }

  /** As links keep it. */
  get issuer(): string {
    return normal(this.#settings.issuer);
  }

  /** Where the browser goes; `maxAgeSeconds` is how old a proof may be that it comes back with. */
  async addressFor(
    attempt: ProviderAttempt,
    { maxAgeSeconds }: { readonly maxAgeSeconds: number },
  ): Promise<Result<string, ProviderFailure>> {
    return this.#step("metadata", async (configuration) => {
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: this.#settings.redirectUri,
        scope: "openid",
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: "S256",
        max_age: String(maxAgeSeconds),
        ...(maxAgeSeconds === 0 ? { prompt: "login" } : {}),
      });
      return address.href;
    });
  }

  /** Changes what the browser came back with into who somebody is; `query` as it came. */
  async identify(
    attempt: ProviderAttempt,
    query: string,
  ): Promise<Result<ProvenIdentity, ProviderFailure>> {
    return this.#step("exchange", async (configuration) => {
      const came = new URL(this.#settings.redirectUri);
      came.search = query;
      const tokens = await client.authorizationCodeGrant(configuration, came, {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error("An ID token was checked and is not there");
      return {
        issuer: normal(claims.iss),
        subject: claims.sub,
        authenticatedAt: claims.auth_time === undefined ? null : new Date(claims.auth_time * 1_000),
        hasSecondFactor: this.#settings.trustsFactor && saysTwoFactors(claims),
      };
    });
  }

  async #step<T>(
    step: "metadata" | "exchange",
    work: (configuration: client.Configuration) => Promise<T>,
  ): Promise<Result<T, ProviderFailure>> {
    const overdue = new AbortController();
    try {
      const done = this.#configuration().then(work);
      const late = setTimeout(stepMs, null, { signal: overdue.signal }).then(() => {
        throw new DOMException("The provider took too long", "TimeoutError");
      });
      return ok(await Promise.race([done, late]));
    } catch (error) {
      const failure = failureOf(error);
      this.#settings.onFailure?.({ step, ...failure.told });
      return err({ code: failure.code });
    } finally {
      overdue.abort();
    }
  }

  /** Read once for everybody who asks meanwhile, and again after an hour or a failure. */
  #configuration(): Promise<client.Configuration> {
    if (this.#known && this.#known.until > performance.now()) return this.#known.configuration;
    const configuration = this.#discover();
    const known = { configuration, until: performance.now() + metadataMs };
    this.#known = known;
    configuration.catch(() => {
      if (this.#known === known) this.#known = null;
    });
    return configuration;
  }

  async #discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const found = new URL(issuer);
    const configuration = await client.discovery(
      found,
      clientId,
      { client_secret: clientSecret, [client.clockTolerance]: clockToleranceSeconds },
      // Decided once the provider has said what it takes.
      (as, ...rest) => authenticationFor(as, clientSecret)(as, ...rest),
      {
        timeout: requestSeconds,
        // The configuration has seen to it that a plain issuer is on this machine.
        execute: found.protocol === "http:" ? [client.allowInsecureRequests] : [],
      },
    );
    // Not on the word of TLS alone: the ID token's own signature.
    client.enableNonRepudiationChecks(configuration);
    return configuration;
  }
}

/** As RFC 8414 has it: the header, unless only the body is spoken of. */
const authenticationFor = (as: client.ServerMetadata, secret: string): client.ClientAuth => {
  const methods = as.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  return methods.includes("client_secret_basic")
    ? client.ClientSecretBasic(secret)
    : client.ClientSecretPost(secret);
};

const normal = (issuer: string): string => URL.parse(issuer)?.href ?? issuer;
