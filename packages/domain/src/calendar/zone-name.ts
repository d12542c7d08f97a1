/** ICU answers to these besides the names of the IANA database. */
const notIana = new Set(
  "ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST".split(
    " ",
  ),
);
const shape = /^[A-Za-z][A-Za-z0-9_+\-/]{0,99}$/;
const known = new Map<string, boolean>();

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
  const answer = known.get(name) ?? ask(name);
  if (known.size < 2000) known.set(name, answer);
  return answer;
}

function ask(name: string): boolean {
  const upper = name.toUpperCase();
  if (notIana.has(upper) || upper.startsWith("SYSTEMV/")) return false;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
