import { boundedMap, remembered } from "./remember.ts";

/** ICU answers to these besides the names of the IANA database. */
const notIana =
  /^(?:A[CEGRS]T|B[ES]T|C[ANST]T|E[AC]T|I[ES]T|JST|MIT|N[ES]T|P[LNRS]T|SST|VST|SYSTEMV\/.*)$/;
const shape = /^[A-Za-z][A-Za-z0-9_+\-/]{0,99}$/;
const known = /* @__PURE__ */ boundedMap<string, boolean>(2000);

/**
 * Tells whether the text names a zone of the IANA database as the engine knows it.
 * Offsets such as `+08:00` are no names; upper and lower case are the same, as in ECMA-402.
 * @example
 * ```ts
 * isZoneName("Asia/Shanghai"); // → true
 * isZoneName("+08:00"); // → false
 * ```
 */
export function isZoneName(name: string): boolean {
  if (!shape.test(name)) return false;
  return remembered(known, name, () => ask(name));
}

function ask(name: string): boolean {
  if (notIana.test(name.toUpperCase())) return false;
  try {
    return Boolean(Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
