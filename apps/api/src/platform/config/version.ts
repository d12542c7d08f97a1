import { readFileSync } from "node:fs";
import { join } from "node:path";

import { checkout } from "./checkout.ts";

/** The product's version, as its manifest says. */
export const productVersion: string = (
  JSON.parse(readFileSync(join(checkout, "package.json"), "utf8")) as { version: string }
).version;
