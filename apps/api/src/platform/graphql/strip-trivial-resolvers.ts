import { type GraphQLSchema, isObjectType } from "graphql";
import { getMetadataStorage } from "type-graphql";

interface FieldMetadata {
  readonly target: unknown;
  readonly name: string;
  readonly schemaName: string;
  readonly roles?: readonly unknown[];
  readonly middlewares?: readonly unknown[];
}

interface Storage {
  readonly objectTypes: readonly {
    readonly name: string;
    readonly fields?: readonly FieldMetadata[];
  }[];
  readonly fieldResolvers: readonly { readonly methodName: string; getObjectType?(): unknown }[];
}

/**
 * Lets graphql-js read plain properties itself: type-graphql wraps every field in a function of its
 * own, which a page of rows pays for field by field. A field keeps its resolver where it has a method,
 * roles or middleware, or where its name differs from the property's.
 */
export function stripTrivialResolvers(schema: GraphQLSchema): GraphQLSchema {
  const { objectTypes, fieldResolvers } = getMetadataStorage() as unknown as Storage;
  const hasMethod = ({ target, name }: FieldMetadata): boolean =>
    fieldResolvers.some(
      (resolver) => resolver.methodName === name && resolver.getObjectType?.() === target,
    );
  for (const { name, fields = [] } of objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    const map = type.getFields();
    for (const field of fields) {
      const trivial =
        field.name === field.schemaName &&
        !field.roles?.length &&
        !field.middlewares?.length &&
        !hasMethod(field);
      const target = map[field.schemaName];
      if (target && trivial) delete target.resolve;
    }
  }
  return schema;
}
