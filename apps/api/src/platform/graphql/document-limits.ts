import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  visit,
} from "graphql";

/** How much a document may be that was not fixed before the start. Real ones of integrators need a tenth. */
export const documentLimits = {
  tokens: 1_000,
  operations: 5,
  fragments: 20,
  directives: 10,
  aliases: 10,
  rootFields: 10,
  rootFieldsOfMutation: 1,
  depth: 10,
  /** Once every fragment is put in its place. */
  fields: 400,
  /** How often one name may come again in one selection. */
  repeats: 3,
  cost: { client: 10_000, anonymous: 500 },
} as const;

export interface Breach {
  readonly code: string;
  readonly message: string;
  readonly limit: number;
}

const breach = (code: string, what: string, limit: number): Breach => ({
  code,
  message: `A document has at most ${limit} ${what}`,
  limit,
});

/** The first limit that a document breaks; null where it breaks none. */
export function breachOf(document: DocumentNode): Breach | null {
  return countsBreach(document) ?? shapeBreach(document);
}

function countsBreach(document: DocumentNode): Breach | null {
  const counts = { operations: 0, fragments: 0, directives: 0, aliases: 0 };
  visit(document, {
    OperationDefinition: () => void (counts.operations += 1),
    FragmentDefinition: () => void (counts.fragments += 1),
    Directive: () => void (counts.directives += 1),
    Field: ({ alias }) => void (counts.aliases += alias ? 1 : 0),
  });
  for (const name of ["operations", "fragments", "directives", "aliases"] as const) {
    if (counts[name] > documentLimits[name])
      return breach(`TOO_MANY_${name.toUpperCase()}`, name, documentLimits[name]);
  }
  return null;
}

interface Shape {
  readonly depth: number;
  readonly fields: number;
  /** Those of the fields with nothing but fragments around them. */
  readonly top: number;
}

/** Of a field without a selection, and of a fragment that is missing, which is left to validation. */
const nothing: Shape = { depth: 0, fields: 0, top: 0 };

/** Thrown out of the middle of a document that need not be followed to its end. */
class Broken extends Error {
  readonly breach: Breach;

  constructor(found: Breach) {
    super(found.message);
    this.breach = found;
  }
}

function shapeBreach(document: DocumentNode): Breach | null {
  const measure = measurer(document);
  try {
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      const { depth, fields, top } = measure(definition.selectionSet);
      if (depth > documentLimits.depth)
        return breach("DOCUMENT_TOO_DEEP", "levels of fields", documentLimits.depth);
      if (fields > documentLimits.fields)
        return breach("TOO_MANY_FIELDS", "fields", documentLimits.fields);
      const isMutation = definition.operation === "mutation";
      const limit = documentLimits[isMutation ? "rootFieldsOfMutation" : "rootFields"];
      if (top > limit) return breach("TOO_MANY_ROOT_FIELDS", "fields at its top", limit);
    }
  } catch (error) {
    if (error instanceof Broken) return error.breach;
    throw error;
  }
  return null;
}

/** Measures selections; each fragment once, however often it is spread. */
function measurer(document: DocumentNode): (set: SelectionSetNode) => Shape {
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  const known = new Map<string, Shape | "open">();
  const measure = (set: SelectionSetNode): Shape => {
    refuseRepeats(set);
    let { depth, fields, top } = nothing;
    for (const selection of set.selections) {
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? measureFragment(selection.name.value)
          : selection.selectionSet
            ? measure(selection.selectionSet)
            : nothing;
      const isField = selection.kind === Kind.FIELD;
      depth = Math.max(depth, below.depth + (isField ? 1 : 0));
      fields += below.fields + (isField ? 1 : 0);
      top += isField ? 1 : below.top;
    }
    return { depth, fields, top };
  };
  const measureFragment = (name: string): Shape => {
    const before = known.get(name);
    if (before === "open")
      throw new Broken({ code: "FRAGMENT_CYCLE", message: "A fragment spreads itself", limit: 0 });
    if (before) return before;
    const fragment = fragments.get(name);
    if (!fragment) return nothing;
    known.set(name, "open");
    const shape = measure(fragment.selectionSet);
    known.set(name, shape);
    return shape;
  };
  return measure;
}

function refuseRepeats({ selections }: SelectionSetNode): void {
  const counts = new Map<string, number>();
  for (const selection of selections) {
    const name =
      selection.kind === Kind.FIELD
        ? (selection.alias ?? selection.name).value
        : selection.kind === Kind.FRAGMENT_SPREAD
          ? `...${selection.name.value}`
          : "... on";
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    // Inline fragments tell members of a union apart: as many as there are.
    if (count > documentLimits.repeats && name !== "... on")
      throw new Broken(
        breach("TOO_MANY_REPEATS", "of one name in a selection", documentLimits.repeats),
      );
  }
}
