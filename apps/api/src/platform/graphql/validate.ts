import { GraphQLError } from "graphql";
import * as v from "valibot";

const schemas = new WeakMap<object, v.GenericSchema>();

/** Class decorator: the schema that an argument or input class must satisfy before any use case runs. */
export const validates =
  (schema: v.GenericSchema) =>
  (target: object): void => {
    schemas.set(target, schema);
  };

/** Refuses bad input by naming the field; the input itself is never echoed. */
export function validateArgument(
  value: unknown,
  type: unknown,
  { args }: { readonly args: Readonly<Record<string, unknown>> },
): void {
  // A single value does not know which argument it was given as; the fields of an object do.
  const name = Object.keys(args).find((argument) => args[argument] === value);
  refuseUnstorableText(value, typeof value === "string" ? (name ?? "") : "");
  const schema = typeof type === "function" ? schemas.get(type) : undefined;
  if (!schema || value === null || value === undefined) return;
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return;
  const issue = parsed.issues[0];
  throw badInput(v.getDotPath(issue) ?? "", issue.message.replace(/(?: but|:) received .*/is, ""));
}

/** PostgreSQL stores no NUL, and half a surrogate pair is no character. */
function refuseUnstorableText(value: unknown, path: string): void {
  if (typeof value === "string") {
    if (value.includes("\0") || !value.isWellFormed())
      throw badInput(path, "holds characters that are no text");
  } else if (value !== null && typeof value === "object" && !(value instanceof Date)) {
    for (const [name, inner] of Object.entries(value))
      refuseUnstorableText(inner, path ? `${path}.${name}` : name);
  }
}

/** Bad input: answered before any use case, naming the field. */
export const badInput = (field: string, reason: string): GraphQLError =>
  new GraphQLError(`${field}: ${reason}`, { extensions: { code: "BAD_USER_INPUT", field } });
