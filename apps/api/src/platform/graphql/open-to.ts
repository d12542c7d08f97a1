import type { IntegrationScope } from "@signet/domain";
import type { GraphQLField } from "graphql";
import { Extensions } from "type-graphql";

/** Whom a query is open to that comes without a session: everybody, machines with a scope, or nobody. */
export type Audience = "all" | readonly IntegrationScope[];

/** Opens a query to machines that hold one of the scopes. What says nothing stays closed to them. */
export const OpenTo = (...scopes: readonly IntegrationScope[]): MethodDecorator =>
  Extensions({ openTo: scopes });

/** Opens a query to everybody, also to programs without a key. */
export const OpenToAll = (): MethodDecorator => Extensions({ openTo: "all" });

export const audienceOf = (field: GraphQLField<unknown, unknown>): Audience =>
  (field.extensions["openTo"] as Audience | undefined) ?? [];
