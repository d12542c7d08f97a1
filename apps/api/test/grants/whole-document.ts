import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";

const deepest = 4;

/** Where a field stands in an answer made by `wholeDocument`: its type and name are its key. */
const keyOf = (type: string, field: string): string => `${type}__${field}`;

/** A document that asks an operation for every field of its answer, some levels deep. */
export function wholeDocument(schema: GraphQLSchema, operation: string): string {
  const [root = "", name = ""] = operation.split(".");
  const field = fieldOf(schema, root, name);
  return askingFor(root, field, selection(schema, getNamedType(field.type), deepest));
}

/** A document that asks a field of a root for these parts, every argument a variable. */
export function askingFor(
  root: string,
  { name, args }: GraphQLField<unknown, unknown>,
  parts: string,
): string {
  const variables = args.map(
    ({ name: arg, type, defaultValue }) =>
      `$${arg}: ${defaultValue === undefined ? type : `${getNullableType(type)} = ${JSON.stringify(defaultValue).replaceAll('"', "")}`}`,
  );
  const given = args.map(({ name: arg }) => `${arg}: $${arg}`);
  const list = (items: readonly string[]): string =>
    items.length > 0 ? `(${items.join(", ")})` : "";
  return `${root.toLowerCase()} ${list(variables)} { answer: ${name}${list(given)} ${parts} }`;
}

export function fieldOf(
  schema: GraphQLSchema,
  root: string,
  name: string,
): GraphQLField<unknown, unknown> {
  const field = (schema.getType(root) as GraphQLObjectType).getFields()[name];
  if (!field) throw new Error(`No operation ${root}.${name}`);
  return field;
}

function selection(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (isLeafType(type)) return "";
  if (isAbstractType(type)) {
    const parts = schema
      .getPossibleTypes(type)
      .map((one) => `... on ${one.name} ${selection(schema, one, depth)}`);
    return `{ __typename ${parts.join(" ")} }`;
  }
  if (!isObjectType(type)) return "";
  const fields = Object.values(type.getFields())
    .filter((field) => !field.args.some(isRequiredArgument))
    .filter((field) => depth > 1 || isLeafType(getNamedType(field.type)))
    .map(
      (field) =>
        `${keyOf(type.name, field.name)}: ${field.name} ${selection(schema, getNamedType(field.type), depth - 1)}`,
    );
  return `{ __typename ${fields.join(" ")} }`;
}
