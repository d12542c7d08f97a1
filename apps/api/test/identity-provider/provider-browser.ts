/** Pressed in the place of a name. */
export const cancel = Symbol("cancel");

/** One browser: its cookies by name, as it keeps them for one host whatever the port. */
export class ProviderBrowser {
  readonly #cookies = new Map<string, string>();
  readonly #api: string;

  constructor(api: string) {
    this.#api = api;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  cookieNamed(name: string): string | null {
    return this.#cookies.get(name) ?? null;
  }

  forget(name: string): void {
    this.#cookies.delete(name);
  }

  keep(cookies: string): void {
    for (const one of cookies.split("; ")) this.#set(one);
  }

  async send(address: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>), cookie: this.cookie };
    const answer = await fetch(new URL(address, this.#api), {
      redirect: "manual",
      ...init,
      headers,
    });
    for (const set of answer.headers.getSetCookie()) this.#set(set.split(";")[0] ?? "", set);
    return answer;
  }

  /**
   * From a first address to the provider's form, through it, and up to where it sends back to. Who is
   * known there already is asked nothing: `login` is then left out.
   */
  async throughProvider(begin: string, login?: string | typeof cancel): Promise<string> {
    if (login === undefined) return this.#until(begin, /\/sign-in\/oidc\/return/);
    const form = await this.#until(begin, /\/interaction\//);
    const body = new URLSearchParams(
      login === cancel ? { act: "cancel" } : { act: "enter", login },
    );
    const filled = await this.send(form, { method: "POST", body });
    const resumed = new URL(filled.headers.get("location") ?? "", form).href;
    return this.#until(resumed, /\/sign-in\/oidc\/return/);
  }

  /** Follows where it is sent until an address fits, which is not entered. */
  async #until(begin: string, wanted: RegExp): Promise<string> {
    let address = new URL(begin, this.#api).href;
    for (let hops = 0; hops < 10; hops += 1) {
      if (wanted.test(address)) return address;
      const answer = await this.send(address);
      const next = answer.headers.get("location");
      if (!next) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
      address = new URL(next, address).href;
    }
    throw new Error("Sent around in circles");
  }

  #set(pair: string, attributes = ""): void {
    const [name = "", ...value] = pair.split("=");
    const isGone = /expires=thu, 01 jan 1970/i.test(attributes);
    if (isGone) this.#cookies.delete(name);
    else this.#cookies.set(name, value.join("="));
  }
}
