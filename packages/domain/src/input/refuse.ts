import type { RuleError, RuleErrorReason } from "../rule-error.ts";
import { RuleErrorCode } from "../rule-error.ts";
import type { Result } from "../result.ts";
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
  throw new Refusal({ code: RuleErrorCode.INVALID_INPUT, path, reason });
}

/** Runs readers and turns their refusal into a Result; anything else thrown is a bug and goes on. */
export function attempt<T>(read: () => T): Result<T, RuleError> {
  try {
    return ok(read());
  } catch (thrown) {
    if (thrown instanceof Refusal) return err(thrown.error);
    throw thrown;
  }
}
