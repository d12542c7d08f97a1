import type { ParameterKey } from "./parameters.ts";
import { parameters } from "./parameters.ts";
import type { PolicyParameters } from "./policy.ts";

/** A value on which two policy versions differ. */
export interface ParameterChange {
  readonly key: ParameterKey;
  readonly before: string | number;
  readonly after: string | number;
}

/**
 * The parameters on which two versions differ, in the order of `parameters`.
 * @example
 * ```ts
 * const before = defaultPolicy.parameters;
 * comparePolicies(before, { ...before, onlineNextDay: "WORKDAY" });
 * // → [{ key: "onlineNextDay", before: "CALENDAR", after: "WORKDAY" }]
 * ```
 */
export const comparePolicies = (
  before: PolicyParameters,
  after: PolicyParameters,
): readonly ParameterChange[] =>
  parameters.flatMap(({ key }) =>
    before[key] === after[key] ? [] : [{ key, before: before[key], after: after[key] }],
  );
