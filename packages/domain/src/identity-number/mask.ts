/**
 * An identity number as it may be shown: of 18 characters the first six and the last four, such as
 * `110105********002X`; of any other length never more than a third, at its end.
 * @example
 * ```ts
 * maskIdentityNumber("11010519491231002X"); // → "110105********002X"
 * maskIdentityNumber("12345"); // → "****5"
 * ```
 */
export function maskIdentityNumber(value: string): string {
  const characters = [...value];
  const { length } = characters;
  const [head, tail] = length === 18 ? [6, 4] : [0, Math.min(4, Math.floor(length / 3))];
  return characters
    .map((character, index) => (index < head || index >= length - tail ? character : "*"))
    .join("");
}
