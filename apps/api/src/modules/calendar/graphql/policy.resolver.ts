import {
  canEditRules,
  label,
  type Locale,
  parameters,
  parameterText,
  type PolicyParameter,
  PolicyStanding,
} from "@signet/domain";
import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";

import {
  type ApiContext,
  notSignedIn,
  Permission,
  OpenTo,
} from "../../../platform/graphql/index.ts";
import { readPolicies, type StandingPolicy } from "../use-cases/read-policies.ts";
import { PolicyParameterType, PolicyVersionPermissions, PolicyVersionType } from "./policy.type.ts";

@Resolver(() => PolicyVersionType)
export class PolicyResolver {
  @OpenTo("READ_CASES", "READ_SCORECARDS")
  @Query(() => [PolicyVersionType], {
    description: "Every version of the dated values, the last to begin first.",
  })
  policyVersions(@Ctx() context: ApiContext): Promise<readonly StandingPolicy[]> {
    if (!context.caller.actor) throw notSignedIn();
    return readPolicies(context);
  }

  @FieldResolver(() => [PolicyParameterType])
  parameters(
    @Root() version: StandingPolicy,
    @Ctx() { locale }: ApiContext,
  ): readonly PolicyParameterType[] {
    return parameters.map((parameter) => ({
      ...parameterOf(parameter, version.parameters[parameter.key], locale),
      since: version.since(parameter.key),
    }));
  }

  @FieldResolver(() => PolicyVersionPermissions)
  permissions(
    @Root() { standing }: StandingPolicy,
    @Ctx() { caller: { actor }, locale }: ApiContext,
  ): PolicyVersionPermissions {
    if (!actor) throw notSignedIn();
    const may = canEditRules(actor);
    const begun = { ok: false, error: { code: "ACT_DOES_NOT_FIT" } } as const;
    return {
      withdraw: new Permission(
        may.ok && standing !== PolicyStanding.ANNOUNCED ? begun : may,
        locale,
      ),
    };
  }
}

/** A parameter with a value, in the caller's words. */
function parameterOf(
  { key, unit, clause, choices }: PolicyParameter,
  value: string | number,
  locale: Locale,
): Omit<PolicyParameterType, "since"> {
  return {
    key,
    label: label("PolicyParameter", key, locale),
    value: String(value),
    text: parameterText(key, value, locale),
    unit,
    clause,
    choices:
      choices?.map((one) => ({ value: one, label: parameterText(key, one, locale) })) ?? null,
  };
}
