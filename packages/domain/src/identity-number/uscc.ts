const shape = /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/;
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/**
 * Tells whether a text is a unified social credit code (GB 32100-2015): 18 characters of the
 * alphabet without I, O, S, V and Z, digits for the division, and the check character. Nothing else
 * is looked at; lower case is not valid.
 * @example
 * ```ts
 * isUscc("91110000802100433B"); // → true
 * isUscc("91110000802100433C"); // → false
 * ```
 */
export function isUscc(value: string): boolean {
  if (!shape.test(value)) return false;
  let sum = 0;
  let weight = 1;
  for (const character of value.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] === value[17];
}

/**
 * The administrative division (GB/T 2260, six digits) where a credit code was registered, or null
 * where it is not valid.
 * @example
 * ```ts
 * regionOfUscc("91110000802100433B"); // → "110000"
 * regionOfUscc("91110000802100433C"); // → null
 * ```
 */
export const regionOfUscc = (value: string): string | null =>
  isUscc(value) ? value.slice(2, 8) : null;
