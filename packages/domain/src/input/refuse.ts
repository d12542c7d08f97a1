import type { RuleError, RuleErrorReason } from "../rule-error.ts";
import type { Err, Result } from "../result.ts";
import { err, ok } from "../result.ts";

/** Carries a refusal out of nested readers; never leaves `attempt`. */
class Refusal {
  readonly error: RuleError;
  constructor(error: RuleError) {
    this.error = error;
  }
}

/** Stops reading: the field at `path` is at fault. */
export function refuse(path: string, reason: RuleErrorReason): never {
  // oxlint-disable-next-line typescript/only-throw-error -- a signal between reader and attempt, without the cost of a stack
  throw new Refusal({ code: "INVALID_INPUT", path, reason });
}

/** Runs readers and turns their refusal into a Result. */
export function attempt<T>(read: () => T): Result<T, RuleError> {
  try {
    return ok(read());
  } catch (thrown) {
    return refusalOf(thrown);
  }
}

/** The refusal that was thrown; anything else is a bug and goes on. */
export function refusalOf(thrown: unknown): Err<RuleError> {
  if (thrown instanceof Refusal) return err(thrown.error);
  throw thrown;
}
