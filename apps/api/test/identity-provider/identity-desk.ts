import type { IdentityProviderSettings } from "../../src/platform/identity/identity-provider.ts";
import type { Data } from "../answer-data.ts";
import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import { type MovableClock, movableClock } from "../movable-clock.ts";
import { type cancel, ProviderBrowser } from "./provider-browser.ts";
import { startProvider, type TestProvider } from "./start-provider.ts";

// Where people come back to; the tests follow them there themselves.
export const redirectUri = "http://localhost:4000/sign-in/oidc/return";

export const settingsOf = (
  { issuer, clientId, clientSecret }: Pick<TestProvider, "issuer" | "clientId" | "clientSecret">,
  over: Partial<IdentityProviderSettings> = {},
): IdentityProviderSettings => ({
  issuer,
  clientId,
  clientSecret,
  redirectUri,
  name: "盟统一身份认证",
  trustsFactor: false,
  ...over,
});

export const linkDocument = `mutation { linkIdentity {
  __typename ... on GoToIdentityProviderSuccess { address } ... on Problem { code } } }`;

/** A product with a provider beside it, and what people do there. */
export class IdentityDesk {
  readonly clock: MovableClock;
  readonly installation: TestInstallation;
  readonly provider: TestProvider;
  readonly api: TestServer;
  #people = 0;

  private constructor(
    clock: MovableClock,
    installation: TestInstallation,
    provider: TestProvider,
    api: TestServer,
  ) {
    this.clock = clock;
    this.installation = installation;
    this.provider = provider;
    this.api = api;
  }

  static async open(): Promise<IdentityDesk> {
    // The provider goes by the clock on the wall.
    const clock = movableClock(new Date().toISOString());
    const installation = await createTestInstallation(clock);
    const provider = await startProvider(redirectUri);
    const api = await createTestServer(installation, { identityProvider: settingsOf(provider) });
    return new IdentityDesk(clock, installation, provider, api);
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.provider.close();
    await this.installation.close();
  }

  /** A hall manager whom no other test has met, nor linked, at the hour of the provider's clock. */
  async newPerson(): Promise<{
    readonly username: string;
    /** By what the provider knows them. */
    readonly subject: string;
    readonly accountId: string;
  }> {
    this.clock.set(new Date().toISOString());
    this.#people += 1;
    const username = `person${this.#people}`;
    const accountId = await this.installation.account(username, ["HALL_MANAGER"]);
    return { username, subject: `subject-${this.#people}`, accountId };
  }

  browser(of: TestServer = this.api): ProviderBrowser {
    return new ProviderBrowser(of.address);
  }

  async signedIn(username: string): Promise<ProviderBrowser> {
    const browser = this.browser();
    browser.keep(await this.api.signIn(username));
    return browser;
  }

  /** Asks as a page does; what the answer sets is kept by the browser. */
  async ask(
    browser: ProviderBrowser,
    document: string,
    variables: Record<string, unknown> = {},
  ): Promise<Data> {
    const { data, errors, headers } = await this.api.execute(document, variables, {
      cookie: browser.cookie || null,
    });
    for (const set of headers.getSetCookie()) browser.keep(set.split(";")[0] ?? "");
    return (data ?? { errors }) as Data;
  }

  async viewerOf(browser: ProviderBrowser): Promise<string | null> {
    return (await this.ask(browser, "{ viewer { name } }"))["viewer"]?.name ?? null;
  }

  /** Enters the return address and answers where that leads. */
  async comeBack(browser: ProviderBrowser, address: string): Promise<string> {
    const { pathname, search } = new URL(address);
    const answer = await browser.send(pathname + search);
    const location = answer.headers.get("location");
    if (answer.status !== 303 || location === null)
      throw new Error(`The way back answered ${answer.status}: ${await answer.text()}`);
    return location;
  }

  /** The whole way by the provider; answers where it ends. */
  async enter(
    browser: ProviderBrowser,
    login?: string | typeof cancel,
    begin = "/sign-in/oidc",
  ): Promise<string> {
    return this.comeBack(browser, await browser.throughProvider(begin, login));
  }

  /** Links who somebody is at the provider to their account, as they do it; answers where it ends. */
  async link(username: string, subject: string): Promise<string> {
    const browser = await this.signedIn(username);
    const begun = (await this.ask(browser, linkDocument))["linkIdentity"];
    if (!begun.address) throw new Error(`Linking answered ${JSON.stringify(begun)}`);
    const back = await browser.throughProvider(begun.address, subject);
    // From another site, the session's own cookie does not come along.
    browser.forget("__Host-signet");
    return this.comeBack(browser, back);
  }

  async actsOn(accountId: string): Promise<Data[]> {
    return this.installation.sql(
      `select body::jsonb->>'act' as act, body::jsonb->'detail' as detail
         from audit_entry where body::jsonb->'subject'->>'id' = $1 order by sequence`,
      [accountId],
    );
  }
}
