import { readFields } from "../input/fields.ts";
import type { Fields } from "../input/fields.ts";
import type { PolicyParameters, PolicyVersion } from "../regulation/policy.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import { optional } from "./optional.ts";
import type { Reader } from "./optional.ts";

/** The fields of a case's policy: which parameter each one sets, and how it is read. */
export type PolicyFields = Readonly<
  Record<string, readonly [keyof PolicyParameters, Reader<unknown>]>
>;

/** What the case sets, over the defaults. */
export function readPolicy(fields: Fields, known: PolicyFields): PolicyVersion {
  const names = new Set(Object.keys(known));
  const given = optional(fields, "policy", "", (value, path) => readFields(value, path, names));
  if (given === undefined) return defaultPolicy;
  const values: Partial<Record<keyof PolicyParameters, unknown>> = {};
  for (const [name, [key, read]] of Object.entries(known)) {
    const value = optional(given, name, "/policy", read);
    if (value !== undefined) values[key] = value;
  }
  // Every value came from the reader of its own parameter.
  return {
    ...defaultPolicy,
    parameters: { ...defaultPolicy.parameters, ...values } as PolicyParameters,
  };
}
