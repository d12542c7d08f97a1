/** What keeps the database from answering or from writing. */
export type Outage = "UNAVAILABLE" | "INSUFFICIENT_STORAGE";

/** Codes of the socket and of PostgreSQL: nobody there, cut off, starting, stopping, no place free. */
const gone = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EAI_AGAIN",
  "ENOTFOUND",
  "25P03",
  "53300",
  "57P01",
  "57P02",
  "57P03",
  "57P05",
]);

/** The driver says these without a code. */
const goneWords =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool|Connection lost)/;

/** Too little room is left on the disk to write safely. */
export class StorageLowError extends Error {
  override readonly name = "StorageLowError";

  constructor() {
    super("Too little disk space is left to write");
  }
}

/** Which outage an error is the trace of; null where it is something else, most likely a bug. */
export function outageOf(error: unknown): Outage | null {
  for (let one = error, depth = 0; one instanceof Error && depth < 8; depth += 1) {
    if (one instanceof StorageLowError) return "INSUFFICIENT_STORAGE";
    const { code, syscall } = one as NodeJS.ErrnoException;
    if (code === "53100" || code === "ENOSPC") return "INSUFFICIENT_STORAGE";
    if (typeof code === "string" && (gone.has(code) || code.startsWith("08"))) return "UNAVAILABLE";
    // The folder of the socket is there, the socket is not: the server is down.
    if (code === "ENOENT" && syscall === "connect") return "UNAVAILABLE";
    if (goneWords.test(one.message)) return "UNAVAILABLE";
    one = one.cause ?? (one as { readonly originalError?: unknown }).originalError;
  }
  return null;
}
