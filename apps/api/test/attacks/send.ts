import { request } from "node:http";
import { connect } from "node:net";

/** A request as an attacker writes it. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
  /** Written to the connection as it is, in place of all that. */
  readonly raw?: string | Buffer;
  /** How long a raw connection is held open. */
  readonly holdMs?: number;
  /** Cut off once its headings are here: a stream has no end. */
  readonly isStream?: boolean;
}

export interface Answer {
  /** 0 where none came. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly code: string | null;
  readonly data: unknown;
  readonly ms: number;
  /** Cuts a stream that was left open. */
  end(): void;
}

const longestMs = 20_000;

/** Sends one request and waits for what comes back. */
export async function send(address: string, sent: Sent, from: string): Promise<Answer> {
  const begun = performance.now();
  const answered =
    sent.raw === undefined ? await ordinary(address, sent, from) : await raw(address, sent);
  return { ...answered, ...readBody(answered.text), ms: performance.now() - begun };
}

type Plain = Pick<Answer, "status" | "headers" | "text" | "end">;
const none: Plain = { status: 0, headers: {}, text: "", end: () => {} };

function ordinary(address: string, sent: Sent, from: string): Promise<Plain> {
  const { method = "POST", path = "/graphql", headers = {}, body } = sent;
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const out = request(
      {
        host: hostname,
        port,
        method,
        path,
        headers: {
          "content-type": "application/json",
          "x-forwarded-for": from,
          "x-forwarded-proto": "https",
          ...headers,
        },
        timeout: longestMs,
      },
      (answer) => {
        const parts: Buffer[] = [];
        const done = (): void =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(parts).toString("utf8"),
            end: () => out.destroy(),
          });
        answer.on("data", (part: Buffer) => {
          parts.push(part);
          if (sent.isStream && answer.statusCode === 200) done();
        });
        answer.on("end", done);
        answer.on("error", done);
      },
    );
    out.on("timeout", () => out.destroy());
    // A connection kept in store may have been closed by the server as it was taken up again.
    out.on("error", (error: NodeJS.ErrnoException) =>
      resolve(
        out.reusedSocket && error.code === "ECONNRESET" ? ordinary(address, sent, from) : none,
      ),
    );
    out.end(body);
  });
}

function raw(address: string, { raw: bytes = "", holdMs = 1_000 }: Sent): Promise<Plain> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = "";
    const timer = setTimeout(() => socket.destroy(), holdMs);
    socket.on("data", (part) => (text += part.toString("latin1")));
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(timer);
      const [head = "", body = ""] = text.split("\r\n\r\n");
      const [first = "", ...lines] = head.split("\r\n");
      const headers = Object.fromEntries(
        lines.map((line) => [line.split(":")[0]?.toLowerCase(), line.slice(line.indexOf(":") + 2)]),
      );
      resolve({ ...none, status: Number(first.split(" ")[1] ?? 0), headers, text: body });
    });
    socket.write(bytes);
  });
}

function readBody(text: string): { readonly code: string | null; readonly data: unknown } {
  try {
    const { code, data, errors } = JSON.parse(text) as {
      code?: string;
      data?: unknown;
      errors?: { extensions?: { code?: string } }[];
    };
    return { code: code ?? errors?.[0]?.extensions?.code ?? null, data };
  } catch {
    return { code: null, data: null };
  }
}
