/** One legal move: the states it may leave, and the one it enters. */
export interface Move<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
}

/** A life as a table: every legal move by its act, and no other. */
export interface Lifecycle<State extends string, Act extends string> {
  /** The state in which a life begins. */
  readonly initial: State;
  readonly moves: Readonly<Record<Act, Move<State>>>;
}

/**
 * Tells whether an act may be done in a state.
 * @example
 * ```ts
 * fits(certificateLifecycle, "RESUME", "SUSPENDED"); // → true
 * fits(certificateLifecycle, "RESUME", "REVOKED"); // → false
 * ```
 */
export const fits = <State extends string, Act extends string>(
  { moves }: Lifecycle<State, Act>,
  act: Act,
  state: State,
): boolean => moves[act].from.includes(state);

/**
 * The acts that may be done in a state, in the order of the table; none in a final one.
 * @example
 * ```ts
 * actsIn(complaintLifecycle, "RECEIVED"); // → ["ACCEPT", "DECLINE"]
 * actsIn(certificateLifecycle, "REVOKED"); // → []
 * ```
 */
export const actsIn = <State extends string, Act extends string>(
  lifecycle: Lifecycle<State, Act>,
  state: State,
): readonly Act[] =>
  (Object.keys(lifecycle.moves) as Act[]).filter((act) => fits(lifecycle, act, state));
