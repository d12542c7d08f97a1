import { type GraphQLSchema, isScalarType } from "graphql";
import { GraphQLDateTimeISO } from "graphql-scalars";

const { name, serialize } = GraphQLDateTimeISO;
const isoText = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * Passes on an instant that a view has written as ISO 8601 already; the scalar would read it into a Date
 * and write it anew, twice a row. Anything else it judges as before.
 */
export function passIsoText(schema: GraphQLSchema): GraphQLSchema {
  const type = schema.getType(name);
  if (isScalarType(type)) {
    type.serialize = (value) =>
      typeof value === "string" && isoText.test(value) ? value : serialize(value);
  }
  return schema;
}
