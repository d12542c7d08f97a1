/** What may have happened to a case, each an instant in milliseconds since 1970, null where it did not. */
export interface CaseEnds {
  readonly receivedAt: number;
  readonly completedAt: number | null;
  readonly mailedAt: number | null;
  readonly handedOverAt: number | null;
  readonly cancelledAt: number | null;
}

/**
 * The instant from which the retention of a case that has ended counts (六（五）): its last event, in
 * milliseconds since 1970. Whether it has ended is for its clock to say.
 * @example
 * ```ts
 * const received = Date.parse("2026-07-01T08:00:00+08:00");
 * const handedOver = Date.parse("2026-07-02T09:00:00+08:00");
 * const events: CaseEnds = {
 *   receivedAt: received, completedAt: received + 60_000, mailedAt: null,
 *   handedOverAt: handedOver, cancelledAt: null,
 * };
 * endOfCase(events) === handedOver; // → true
 * ```
 */
export const endOfCase = ({ receivedAt, ...later }: CaseEnds): number =>
  Math.max(receivedAt, ...Object.values(later).map((instant) => instant ?? receivedAt));
