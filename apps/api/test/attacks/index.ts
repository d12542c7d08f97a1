import type { Attack } from "./attack.ts";
import { documentAttacks } from "./documents.ts";
import { identityAttacks } from "./identities.ts";
import { requestAttacks } from "./requests.ts";
import { valueAttacks } from "./values.ts";

/** Every class of attack. */
export const attacks: readonly Attack[] = [
  ...documentAttacks,
  ...requestAttacks,
  ...identityAttacks,
  ...valueAttacks,
];
