import { isUuid } from "../orm/index.ts";
import { badInput } from "./validate.ts";

/** An id as an argument; text that cannot be one is refused by the argument's name. */
export function requireId(id: string, argument: string): string {
  if (!isUuid(id)) throw badInput(argument, "must be an id");
  return id;
}
