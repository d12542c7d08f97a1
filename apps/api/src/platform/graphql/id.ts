import { badInput } from "./validate.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id as an argument; text that cannot be one is refused by the argument's name. */
export function requireId(id: string, argument: string): string {
  if (!uuid.test(id)) throw badInput(argument, "must be an id");
  return id;
}
