import {
  BREAK,
  type DocumentNode,
  getNamedType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/**
 * Whether a document is one query of fields alone: no fragments, no directives, no defaults of
 * variables, and no type that is an interface or a union.
 */
export function isPlainQuery(schema: GraphQLSchema, document: DocumentNode): boolean {
  const [operation, ...others] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return false;
  if (operation.operation !== "query") return false;
  let plain = true;
  const refuse = (): typeof BREAK => {
    plain = false;
    return BREAK;
  };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Directive: refuse,
      FragmentSpread: refuse,
      InlineFragment: refuse,
      VariableDefinition: ({ defaultValue }) => (defaultValue ? refuse() : undefined),
      Field: () => (isAbstractType(getNamedType(types.getType())) ? refuse() : undefined),
    }),
  );
  return plain;
}
