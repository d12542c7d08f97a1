/** Digits that a spreadsheet shows; what a float adds after them is noise. */
const SHOWN_DIGITS = 15;

/**
 * A number as a person reads it. An identity number stored as a number keeps every digit the file has: Excel writes
 * 17 of them (`1.5252619890314774E+17`), other programs all.
 */
export function numberText(raw: string): string {
  const found = /^(-?)(\d+)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/iu.exec(raw);
  if (!found) return raw;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = found;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const isWhole = point > 0 && /^0*$/u.test(digits.slice(point));
  if (!isWhole) return String(Number(Number(raw).toPrecision(SHOWN_DIGITS)));
  const shown = digits
    .slice(0, point)
    .padEnd(point, "0")
    .replace(/^0+(?=\d)/u, "");
  return shown === "0" ? "0" : sign + shown;
}
