import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { Extensions } from "type-graphql";

import { largestPage } from "./page.ts";

/** What one look at the schema costs, whatever it looks at. */
const introspection = 500;
/** How long a list is taken to be that has no page. */
const listLength = 10;

/** Says that a field costs more than to read it: it is computed, or counts what it does not show. */
export const Costs = (points: number): MethodDecorator & PropertyDecorator =>
  Extensions({ points });

type Variables = Readonly<Record<string, unknown>>;

/**
 * Estimates what a document would cost, in points: one a field, times the sizes of the pages and lists
 * it lies in. Of several operations the dearest. Each fragment is counted once and added where it is
 * spread, so that the estimate costs no more than the document is long.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables,
): number {
  const operations = document.definitions.filter(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  return Math.max(
    1,
    ...operations.map((operation) => {
      const root = schema.getRootType(operation.operation);
      return new Estimate(schema, document, withDefaults(operation, variables)).of(
        operation.selectionSet,
        root ?? undefined,
        false,
      );
    }),
  );
}

class Estimate {
  readonly #schema: GraphQLSchema;
  readonly #variables: Variables;
  readonly #fragments: Map<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, number>();

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Variables) {
    this.#schema = schema;
    this.#variables = variables;
    this.#fragments = new Map(
      document.definitions
        .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
        .map((one) => [one.name.value, one]),
    );
  }

  of(set: SelectionSetNode, type: GraphQLNamedType | undefined, paged: boolean): number {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) sum += this.#field(selection, type, paged);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const name = selection.typeCondition?.name.value;
        sum += this.of(selection.selectionSet, name ? this.#schema.getType(name) : type, paged);
      } else sum += this.#fragment(selection.name.value, paged);
    }
    return sum;
  }

  #fragment(name: string, paged: boolean): number {
    const key = `${name} ${paged}`;
    const fragment = this.#fragments.get(name);
    if (!fragment) return 0;
    const cost =
      this.#known.get(key) ??
      this.of(
        fragment.selectionSet,
        this.#schema.getType(fragment.typeCondition.name.value),
        paged,
      );
    this.#known.set(key, cost);
    return cost;
  }

  #field(node: FieldNode, type: GraphQLNamedType | undefined, paged: boolean): number {
    const name = node.name.value;
    if (name === "__schema" || name === "__type") return introspection;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    const own = (field?.extensions["points"] as number | undefined) ?? 1;
    if (!node.selectionSet) return own;
    const page = field ? this.#pageSize(node, field) : null;
    const isList = field !== undefined && isListType(getNullableType(field.type));
    // The edges of a page were counted by the page.
    const size = page ?? (isList && !paged ? listLength : 1);
    const below = field ? getNamedType(field.type) : undefined;
    return own + size * this.of(node.selectionSet, below, page !== null && !isList);
  }

  /** As asked; the largest there is where that cannot be told. Null where the field has no page. */
  #pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    const size = field.args.find(({ name }) => name === "first");
    if (!size) return null;
    const given =
      node.arguments?.filter(({ name }) => ["first", "last"].includes(name.value)) ?? [];
    const sizes = given.flatMap(({ value }) => {
      if (value.kind === Kind.NULL) return [];
      if (value.kind === Kind.INT) return [Number(value.value)];
      const variable =
        value.kind === Kind.VARIABLE ? this.#variables[value.name.value] : Number.NaN;
      return variable === null || variable === undefined ? [] : [Number(variable)];
    });
    const ordinary = typeof size.defaultValue === "number" ? size.defaultValue : largestPage / 2;
    const [first = ordinary] = sizes;
    const plausible = sizes.length < 2 && first >= 1 && first <= largestPage;
    return plausible ? first : largestPage;
  }
}

/** The variables with what the operation itself gives where a request gives none. */
function withDefaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}
