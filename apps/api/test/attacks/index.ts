import type { Attack } from "./attack.ts";
import { bodyAttacks } from "./bodies.ts";
import { browserAttacks } from "./browser-requests.ts";
import { closedDocumentAttacks } from "./closed-documents.ts";
import { credentialAttacks } from "./credentials.ts";
import { shapeAttacks } from "./document-shapes.ts";
import { doorAttacks } from "./doors.ts";
import { reachAttacks } from "./reach.ts";
import { textAttacks } from "./texts.ts";
import { valueAttacks } from "./values.ts";

/** Every class of attack. */
export const attacks: readonly Attack[] = [
  ...shapeAttacks,
  ...closedDocumentAttacks,
  ...browserAttacks,
  ...bodyAttacks,
  ...doorAttacks,
  ...credentialAttacks,
  ...reachAttacks,
  ...textAttacks,
  ...valueAttacks,
];
