import { isUscc } from "@signet/domain";
import { ref } from "vue";

/** The identity number that cases are looked for by: never written into an address. */
export const soughtIdentity = ref("");

/** Whether a text can be meant for an identity number, and not for a case's own; a slip in it counts too. */
export const seeksIdentity = (text: string): boolean =>
  isUscc(text.toUpperCase()) || /^\d{14,17}[\dX]$/i.test(text);
