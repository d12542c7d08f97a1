import type { SeatLimits } from "../platform/budget/seats.ts";

/** How much one process takes on; whoever comes beyond is told so at once. */
export interface ServerLimits {
  /** How long a request may take. */
  readonly deadlineMs: number;
  /** How many requests are answered at once; files are counted by themselves while they are sent. */
  readonly inFlight: number;
  /** Live streams, each an account's or a machine's. */
  readonly streams: SeatLimits;
  /** Files that are being sent or wait to be read, each a vendor's or the centre's; by default together less than a full disk's reserve. */
  readonly uploads: SeatLimits;
  /** Different identity numbers that one person may look for in vain, an hour. */
  readonly identityGuesses: number;
  /** Points a minute, for documents that were not fixed before the start. */
  readonly budget: { readonly client: number; readonly anonymous: number };
}

export const ordinaryLimits: ServerLimits = {
  deadlineMs: 10_000,
  inFlight: 100,
  streams: { all: 500, each: 12 },
  uploads: { all: 6, each: 3 },
  identityGuesses: 40,
  budget: { client: 100_000, anonymous: 2_000 },
};
