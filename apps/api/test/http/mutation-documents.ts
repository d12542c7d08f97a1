import { readFileSync } from "node:fs";
import { join } from "node:path";

import { buildSchema, getNamedType, isUnionType } from "graphql";

import { checkout } from "../../src/platform/config/checkout.ts";

/** What the documents below answer. */
export interface Answered {
  readonly __typename: string;
  readonly code?: string;
  readonly case?: { readonly id: string; readonly version: number };
  readonly scorecard?: { readonly id: string; readonly version: number };
  readonly scorecards?: readonly { readonly id: string }[];
  readonly policyVersions?: readonly { readonly id: string; readonly standing: string }[];
  readonly calendar?: { readonly number: number };
}

const schema = buildSchema(readFileSync(join(checkout, "apps/api/schema.graphql"), "utf8"));
/** Every mutation of the contract. */
export const mutations = schema.getMutationType()?.getFields() ?? {};

/** The document of a mutation, made from the schema; it asks for what changes with an effect. */
export function documentOf(name: string): string {
  const field = mutations[name]!;
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const answer = getNamedType(field.type);
  const success = isUnionType(answer)
    ? answer.getTypes().find(({ name: type }) => type.endsWith("Success"))
    : undefined;
  const wanted = success ? Object.keys(success.getFields()) : [];
  const parts: Readonly<Record<string, string>> = {
    case: "case { id version }",
    scorecard: "scorecard { id version }",
    scorecards: "scorecards { id }",
    account: "account { id revision }",
    integration: "integration { id }",
    batch: "batch { id }",
    calendar: "calendar { number }",
    policyVersions: "policyVersions { id standing }",
  };
  const body = wanted.map((part) => parts[part] ?? part).join(" ");
  return `mutation (${declared}) { ${name}(${passed}) { __typename ... on Problem { code } ... on ${success?.name} { ${body} } } }`;
}
