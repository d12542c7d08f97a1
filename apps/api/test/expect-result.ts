import type { Err, Ok, Result } from "@signet/domain";
import { expect } from "vitest";

/** Fails unless the outcome is a success, then narrows to it. */
export function expectOk<R extends Result<unknown, unknown>>(
  result: R,
): Extract<R, Ok<unknown>>["value"] {
  expect(result).toMatchObject({ ok: true });
  return (result as Ok<Extract<R, Ok<unknown>>["value"]>).value;
}

/** Fails unless the outcome is this refusal. */
export function expectProblem(
  result: Result<unknown, { readonly code: string }>,
  code: string,
): void {
  expect((result as Err<{ readonly code: string }>).error?.code).toBe(code);
}
