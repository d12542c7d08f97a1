import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from "graphql";

/** The names of the fields that a document asks for below a path such as `["edges", "node"]`. */
export function requestedFields(
  info: GraphQLResolveInfo,
  path: readonly string[],
): ReadonlySet<string> {
  let sets = info.fieldNodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  for (const step of path) sets = sets.flatMap((set) => childrenOf(set, info, step));
  const names = new Set<string>();
  for (const set of sets) for (const [name] of fieldsOf(set, info)) names.add(name);
  return names;
}

const childrenOf = (
  set: SelectionSetNode,
  info: GraphQLResolveInfo,
  step: string,
): SelectionSetNode[] =>
  [...fieldsOf(set, info)].flatMap(([name, below]) => (name === step && below ? [below] : []));

function* fieldsOf(
  set: SelectionSetNode,
  info: GraphQLResolveInfo,
): Generator<readonly [name: string, below: SelectionSetNode | undefined]> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) yield [selection.name.value, selection.selectionSet];
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* fieldsOf(selection.selectionSet, info);
    else {
      const fragment = info.fragments[selection.name.value];
      if (fragment) yield* fieldsOf(fragment.selectionSet, info);
    }
  }
}
