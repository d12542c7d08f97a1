import { DeadlineError } from "../deadline/deadline.ts";

/** What keeps the database from answering or from writing, rather than the request or us. */
export type Outage = "TIMED_OUT" | "UNAVAILABLE" | "BUSY" | "INSUFFICIENT_STORAGE";

/** Codes of the socket and of PostgreSQL: nobody there, cut off, starting, stopping, no place free. */
const gone =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND|57P0[1-5]|08...|25P03|25006|53300)$/;

/** The driver says these without a code. */
const goneWords =
  /connection terminated|connection ended|connection lost|connection error|not queryable|client was closed|cannot use a pool|query read timeout/i;
const waitedWords = /timeout exceeded when trying to connect/i;

/** Too little room is left on the disk to write safely. */
export class StorageLowError extends Error {
  override readonly name = "StorageLowError";

  constructor() {
    super("Too little disk space is left to write");
  }
}

/** Which outage an error or one of its causes is the trace of; null where it is something else, most likely a bug. */
export function outageOf(error: unknown): Outage | null {
  for (let one = error, depth = 0; one instanceof Error && depth < 8; depth += 1) {
    const outage = outageIn(one);
    if (outage) return outage;
    one = (one as { readonly previous?: unknown }).previous ?? one.cause;
  }
  return null;
}

function outageIn(error: Error): Outage | null {
  const { code = "", syscall } = error as NodeJS.ErrnoException;
  if (error instanceof DeadlineError) return error.code;
  if (error instanceof StorageLowError || code === "53100" || code === "ENOSPC")
    return "INSUFFICIENT_STORAGE";
  if (code === "57014") return "TIMED_OUT";
  if (waitedWords.test(error.message)) return "BUSY";
  // The folder of the socket is there, the socket is not: the server is down.
  const hasNoSocket = code === "ENOENT" && syscall === "connect";
  return hasNoSocket || gone.test(code) || goneWords.test(error.message) ? "UNAVAILABLE" : null;
}
