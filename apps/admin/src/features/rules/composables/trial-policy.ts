import {
  type Channel,
  type ClauseId,
  createPolicyVersion,
  defaultPolicy,
  parameters,
  type ParameterKey,
  type PolicyParameter,
  type PolicyVersion,
  type Result,
  type RuleError,
} from "@signet/domain";

import type { TrialCase } from "./trial-case.ts";

/** The clause that times a channel. */
export const clauseOfChannel: Readonly<Record<Channel, ClauseId>> = {
  ONSITE: "5.2",
  ONLINE: "5.3",
};

/** The values that matter to a channel's clock. */
export const parametersOf = (channel: Channel): readonly PolicyParameter[] =>
  parameters.filter(({ clause }) => clause === clauseOfChannel[channel]);

/** The value of the channel's clock that has two readings. */
const readingOf = (channel: Channel): PolicyParameter | undefined =>
  parametersOf(channel).find(({ choices }) => choices !== null);

/** Digits are a number; what else was typed is for the rules to refuse. */
const typed = (text: string): string | number => (/^-?\d{1,9}$/.test(text) ? Number(text) : text);

/** The policy of a trial, as far as its clock asks for it. Errors: INVALID_INPUT at `/parameters/<key>`. */
export function policyOf({ channel, values }: TrialCase): Result<PolicyVersion, RuleError> {
  const read = parametersOf(channel).flatMap(({ key }) => {
    const text = values[key];
    return text === undefined ? [] : [[key, typed(text)] as const];
  });
  return createPolicyVersion("trial", defaultPolicy.validFrom, Object.fromEntries(read));
}

/** The same policy with the other reading adopted. */
export function otherReading(policy: PolicyVersion, channel: Channel): PolicyVersion {
  const parameter = readingOf(channel);
  const key = parameter?.key as ParameterKey;
  const other = parameter?.choices?.find((choice) => choice !== policy.parameters[key]);
  return { ...policy, parameters: { ...policy.parameters, [key]: other } };
}
