import { badInput } from "./validate.ts";

/** Packs the sort key of a row; opaque to callers. */
export const encodeCursor = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString("base64url");

/** Whether a part of a cursor is an instant that the database can read: of a day that there is. */
export function isInstant(part: string): boolean {
  const at = new Date(part);
  return !Number.isNaN(at.getTime()) && at.toISOString() === part && /^[1-9]/.test(part);
}

/** Unpacks a cursor of as many parts as the order has, or refuses it as the argument it came in. */
export function decodeCursor(cursor: string, parts: number, argument: string): readonly string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (
      Array.isArray(values) &&
      values.length === parts &&
      values.every((value) => typeof value === "string")
    ) {
      return values as string[];
    }
  } catch {
    // Not JSON: answered like any other cursor that is not ours.
  }
  throw badInput(argument, "is not a cursor of this list");
}
