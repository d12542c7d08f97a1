import { fieldOf } from "../input/fields.ts";
import type { Fields } from "../input/fields.ts";
import { readInstant } from "../input/scalars.ts";

/** Reads a value at a path. */
export type Reader<T> = (value: unknown, path: string) => T;

/** A field that may be absent but not null. */
export function optional<T>(
  fields: Fields,
  name: string,
  path: string,
  read: Reader<T>,
): T | undefined {
  const value = fieldOf(fields, name);
  return value === undefined ? undefined : read(value, `${path}/${name}`);
}

/** An instant that may be absent or null, which is the same. */
export function instantOrNull(fields: Fields, name: string, path = ""): number | null {
  const value = fieldOf(fields, name);
  return value === undefined || value === null ? null : readInstant(value, `${path}/${name}`);
}

/** Words that are written as they are meant. */
export const sameWords = <T extends string>(
  values: Readonly<Record<string, T>>,
): ReadonlyMap<string, T> => new Map(Object.values(values).map((value) => [value, value]));

/** Words that are written in lower case. */
export const lowerWords = <T extends string>(
  values: Readonly<Record<string, T>>,
): ReadonlyMap<string, T> =>
  new Map(Object.values(values).map((value) => [value.toLowerCase(), value]));
