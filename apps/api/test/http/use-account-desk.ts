import { afterAll, beforeAll } from "vitest";

import type { Data } from "../answer-data.ts";
import { createTestInstallation, type TestInstallation } from "../create-test-installation.ts";
import { createTestServer, type TestServer } from "../create-test-server.ts";
import { type MovableClock, movableClock } from "../movable-clock.ts";

/** A product at whose accounts a file of tests works. */
class AccountDesk {
  readonly clock: MovableClock = movableClock("2026-11-23T09:00:00+08:00");
  #opened: { readonly installation: TestInstallation; readonly api: TestServer } | null = null;
  #people = 0;

  async open(): Promise<void> {
    const installation = await createTestInstallation(this.clock);
    this.#opened = { installation, api: await createTestServer(installation) };
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.installation.close();
  }

  get installation(): TestInstallation {
    return this.#open.installation;
  }

  get api(): TestServer {
    return this.#open.api;
  }

  get #open() {
    if (!this.#opened) throw new Error("The desk opens before the first test");
    return this.#opened;
  }

  /** An evaluator whom no other test has met; answers the name. */
  async newPerson(): Promise<string> {
    const username = `person${(this.#people += 1)}`;
    await this.installation.account(username, ["EVALUATOR"]);
    return username;
  }

  async ask(
    document: string,
    variables: Record<string, unknown>,
    cookie: string | null,
  ): Promise<Data> {
    const { data, errors } = await this.api.execute(document, variables, { cookie });
    return (data ?? { errors }) as Data;
  }

  async isSignedIn(cookie: string): Promise<boolean> {
    return (await this.ask("{ viewer { name } }", {}, cookie))["viewer"] !== null;
  }

  /** What the audit keeps of every act of a name, in order. */
  async audited(act: string): Promise<Data[]> {
    const rows = await this.installation.sql<{ body: string }>(
      "select body from audit_entry where act = $1 order by sequence",
      [act],
    );
    return rows.map(({ body }) => JSON.parse(body) as Data);
  }
}

/** Opens one for all tests of the file. */
export function useAccountDesk(): AccountDesk {
  const desk = new AccountDesk();
  beforeAll(() => desk.open());
  afterAll(() => desk.close());
  return desk;
}
