/** What a rule answers: a value, or a typed refusal. Rules never throw for what a caller can mend. */
export type Result<T, E> = Ok<T> | Err<E>;

/** A rule's answer. */
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** A rule's refusal. */
export interface Err<E> {
  readonly ok: false;
  readonly error: E;
}

/**
 * Wraps an answer.
 * @example
 * ```ts
 * ok(30); // → { ok: true, value: 30 }
 * ```
 */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/**
 * Wraps a refusal.
 * @example
 * ```ts
 * err("ROLE_MISSING"); // → { ok: false, error: "ROLE_MISSING" }
 * ```
 */
export const err = <E>(error: E): Err<E> => ({ ok: false, error });
