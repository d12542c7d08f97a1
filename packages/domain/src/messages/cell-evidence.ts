/** What the fact line may say beyond the counts; durations in milliseconds. */
export interface CellEvidence {
  /** Row 8: the longest on-site time. */
  readonly longestMs?: number;
  /** Row 9: cases whose completion was late. */
  readonly completionBreached?: number;
  /** Row 9: cases whose mailing was late. */
  readonly mailingBreached?: number;
}
