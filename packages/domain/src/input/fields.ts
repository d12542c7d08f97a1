import { refuse } from "./refuse.ts";

/** A JSON object whose fields were not looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** One step of a JSON Pointer (RFC 6901). */
export const step = (name: string): string =>
  `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** Tells a JSON object from everything else. */
export const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value as an object, whatever its fields. */
export function readObject(value: unknown, path: string): Fields {
  if (value === undefined) refuse(path, "MISSING");
  if (!isObject(value)) refuse(path, "NOT_AN_OBJECT");
  return value;
}

/** The value as an object that has no field besides those named. */
export function readFields(value: unknown, path: string, names: ReadonlySet<string>): Fields {
  const fields = readObject(value, path);
  for (const name of Object.keys(fields)) {
    if (!names.has(name)) refuse(path + step(name), "UNKNOWN_FIELD");
  }
  return fields;
}

/** A field's own value; undefined where it is absent, whatever the prototype holds. */
export const fieldOf = (fields: Fields, name: string): unknown =>
  Object.prototype.hasOwnProperty.call(fields, name) ? fields[name] : undefined;

/** The value as a list, each item read in turn. */
export function readList<T>(
  value: unknown,
  path: string,
  readItem: (item: unknown, path: string) => T,
): T[] {
  if (value === undefined) refuse(path, "MISSING");
  if (!Array.isArray(value)) refuse(path, "NOT_A_LIST");
  return value.map((item: unknown, index) => readItem(item, `${path}/${index}`));
}
