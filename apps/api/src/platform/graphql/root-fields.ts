import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from "graphql";

export interface RootField {
  readonly name: string;
  /** The type it belongs to; null where the schema has no such kind of operation. */
  readonly parent: GraphQLObjectType | null;
}

/** What the operations of a document ask at their top, through fragments too. */
export function rootFieldsOf(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
): readonly RootField[] {
  const fragments = new Map(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  return definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const parent = schema.getRootType(definition.operation) ?? null;
    return namesIn(definition.selectionSet, fragments, new Set()).map((name) => ({ name, parent }));
  });
}

function namesIn(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  seen: Set<string>,
): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return namesIn(selection.selectionSet, fragments, seen);
    const name = selection.name.value;
    const fragment = fragments.get(name);
    if (!fragment || seen.has(name)) return [];
    seen.add(name);
    return namesIn(fragment.selectionSet, fragments, seen);
  });
}
