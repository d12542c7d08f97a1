import { DeadlineError } from "../deadline/deadline.ts";

/** What is wrong with the database rather than with the request or with us. */
export type Outage = "TIMED_OUT" | "UNAVAILABLE" | "BUSY";

const connectionCodes =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|57P0[1-5]|08\d{3}|53300|25006)$/;
const lost =
  /connection terminated|connection ended|not queryable|connection error|client was closed/i;
const waited = /timeout exceeded when trying to connect/i;

/** Finds an outage among an error and its causes; null where it is none. */
export function outageOf(error: unknown): Outage | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth += 1) {
    const code = String((at as NodeJS.ErrnoException).code ?? "");
    if (at instanceof DeadlineError) return at.code;
    if (code === "57014") return "TIMED_OUT";
    if (waited.test(at.message)) return "BUSY";
    if (connectionCodes.test(code) || lost.test(at.message)) return "UNAVAILABLE";
    at = (at as { previous?: unknown }).previous ?? at.cause;
  }
  return null;
}
