import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";

import { passIsoText, stripTrivialResolvers, validateArgument } from "../platform/graphql/index.ts";
import { demandActs } from "./operation-acts.ts";
import { resolvers } from "./resolvers.ts";

/** The schema as it is served. */
export function buildApiSchema(): GraphQLSchema {
  const schema = buildSchemaSync({ resolvers, validateFn: validateArgument, validate: false });
  return passIsoText(stripTrivialResolvers(demandActs(schema)));
}

/** The schema as it is committed: the contract, in an order that does not depend on the code's. */
export const printApiSchema = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
