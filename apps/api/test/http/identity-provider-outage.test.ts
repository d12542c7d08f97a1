import { createServer, type Server } from "node:net";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import { linkDocument, redirectUri, settingsOf } from "../identity-provider/identity-desk.ts";
import { ProviderBrowser } from "../identity-provider/provider-browser.ts";
import { startProvider } from "../identity-provider/start-provider.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
  await installation.account("hall", ["HALL_MANAGER"]);
});
afterAll(() => installation.close());

const unreachable = "/sign-in?problem=IDENTITY_PROVIDER_UNREACHABLE";
const at = (issuer: string) => settingsOf({ issuer, clientId: "signet", clientSecret: "hush" });

async function withServer(
  issuer: string | null,
  work: (api: TestServer, browser: ProviderBrowser) => Promise<void>,
): Promise<void> {
  const api = await createTestServer(installation, issuer ? { identityProvider: at(issuer) } : {});
  await work(api, new ProviderBrowser(api.address)).finally(() => api.close());
}

const listening = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
};

describe("a provider that is down", () => {
  it("is said to be at once, and the password works as ever", async () => {
    const server = createServer();
    const issuer = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    await withServer(issuer, async (api, browser) => {
      const answer = await browser.send("/sign-in/oidc");
      expect([answer.status, answer.headers.get("location")]).toEqual([303, unreachable]);
      expect(browser.cookie).toBe("");
      expect(await api.signIn("hall")).toMatch(/^__Host-signet=/);
    });
  });

  it("is waited for less than three seconds where it says nothing, by one and by ten", async () => {
    const held = new Set<{ destroy(): void }>();
    const server = createServer((socket) => void held.add(socket));
    await withServer(await listening(server), async (api, browser) => {
      const began = performance.now();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => browser.send("/sign-in/oidc")),
      );
      expect(performance.now() - began).toBeLessThan(3_000);
      expect(answers.map(({ headers }) => headers.get("location"))).toEqual(
        Array(10).fill(unreachable),
      );
      // All of them asked it once.
      expect(held.size).toBe(1);
      expect(await api.signIn("hall")).toMatch(/^__Host-signet=/);
    }).finally(() => {
      for (const socket of held) socket.destroy();
      server.close();
    });
  });

  it("is found again once it is back, without a start", async () => {
    const first = await startProvider(redirectUri);
    const port = Number(new URL(first.issuer).port);
    await first.close();
    await withServer(first.issuer, async (_api, browser) => {
      expect((await browser.send("/sign-in/oidc")).headers.get("location")).toBe(unreachable);
      const back = await startProvider(redirectUri, { port });
      try {
        const answer = await browser.send("/sign-in/oidc");
        expect(answer.headers.get("location")).toContain(back.issuer);
        await browser.send("/sign-in/oidc");
        expect(back.discoveries()).toBe(1);
      } finally {
        await back.close();
      }
    });
  });

  it("is said to be as well where it went away while somebody was there", async () => {
    const provider = await startProvider(redirectUri);
    await withServer(provider.issuer, async (_api, browser) => {
      const back = new URL(await browser.throughProvider("/sign-in/oidc", "somebody"));
      await provider.close();
      const answer = await browser.send(back.pathname + back.search);
      expect(answer.headers.get("location")).toBe(unreachable);
    });
  });

  it("is one that answers with something else than a provider's words", async () => {
    const server = createServer((socket) => socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n"));
    await withServer(await listening(server), async (_api, browser) => {
      expect((await browser.send("/sign-in/oidc")).headers.get("location")).toBe(unreachable);
    }).finally(() => server.close());
  });
});

describe("without a provider", () => {
  it.each(["/sign-in/oidc", "/sign-in/oidc?to=/cases", "/sign-in/oidc/return?state=a&code=b"])(
    "%s is not there, for people and for programs",
    async (path) => {
      await withServer(null, async (_api, browser) => {
        for (const accept of ["text/html", "*/*"]) {
          const answer = await browser.send(path, { headers: { accept } });
          expect(answer.status).toBe(404);
          expect(await answer.json()).toMatchObject({ code: "NOT_FOUND" });
        }
      });
    },
  );

  it("nobody is offered it, and nothing can be begun", async () => {
    await withServer(null, async (api) => {
      const ways = await api.execute("{ signInWays { identityProvider { name } } }");
      expect(ways.data).toEqual({ signInWays: { identityProvider: null } });
      const cookie = await api.signIn("hall");
      const { data } = await api.execute(linkDocument, {}, { cookie });
      expect(data?.["linkIdentity"]).toMatchObject({ code: "IDENTITY_PROVIDER_ABSENT" });
    });
  });
});

it("an attempt begins on a page that somebody opens, and as no picture or frame of another", async () => {
  const provider = await startProvider(redirectUri);
  const api = await createTestServer(installation, { identityProvider: settingsOf(provider) });
  const begunAs = async (dest: string): Promise<number> => {
    const headers = { "sec-fetch-dest": dest };
    return (await api.server.inject({ url: "/sign-in/oidc", headers })).statusCode;
  };
  try {
    expect(await Promise.all(["document", "image", "iframe"].map(begunAs))).toEqual([
      303, 403, 403,
    ]);
  } finally {
    await api.close();
    await provider.close();
  }
});

it("an attempt costs the address of who makes it, so that nobody fills the table", async () => {
  const provider = await startProvider(redirectUri);
  const identityProvider = settingsOf(provider);
  const limits = { budget: { client: 100, anonymous: 100 } };
  const api = await createTestServer(installation, { identityProvider, limits });
  try {
    const browser = new ProviderBrowser(api.address);
    const statuses: number[] = [];
    for (let tried = 0; tried < 6; tried += 1)
      statuses.push((await browser.send("/sign-in/oidc")).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    // What programs spend at the same address is another budget.
    expect((await api.execute("{ regions { code } }", {}, { own: true })).status).toBe(200);
  } finally {
    await api.close();
    await provider.close();
  }
});
