/** How much one process takes on; whoever comes beyond is told so at once. */
export interface ServerLimits {
  /** How long a request may take. */
  readonly deadlineMs: number;
  /** How many requests are answered at once. */
  readonly inFlight: number;
  /** How many live streams there are, in all and of one account or machine. */
  readonly streams: number;
  readonly streamsEach: number;
  /** Points a minute, for documents that were not fixed before the start. */
  readonly budget: { readonly client: number; readonly anonymous: number };
}

export const ordinaryLimits: ServerLimits = {
  deadlineMs: 10_000,
  inFlight: 100,
  streams: 500,
  streamsEach: 12,
  budget: { client: 100_000, anonymous: 2_000 },
};
