/** `at`, or the millisecond after `before`: two acts within one millisecond are told apart all the same. */
export const laterThan = (before: Date | null, at: Date): Date =>
  before !== null && before >= at ? new Date(before.getTime() + 1) : at;
