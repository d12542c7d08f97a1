import fc from "fast-check";

const two = (value: number): string => String(value).padStart(2, "0");
const offsets = [0, 8 * 60, -210, 14 * 60];

/** An instant as text, in some offset and with as many digits as it needs or more. */
export const instantText = (ms: number): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...offsets), fc.boolean(), fc.boolean()).map(([offset, zulu, short]) => {
    const local = new Date(ms + offset * 60_000).toISOString().slice(0, -1);
    const text = short
      ? local.replace(/\.?0{1,3}$/, "").replace(/T(\d\d):(\d\d)$/, "T$1:$2:00")
      : local;
    const whole = /T\d\d:\d\d:\d\d/.test(text) ? text : local;
    if (offset === 0 && zulu) return `${whole}Z`;
    const size = Math.abs(offset);
    return `${whole}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  });

/** Many instants as text. */
export const instantTexts = (many: readonly number[]): fc.Arbitrary<string[]> =>
  fc.tuple(...many.map(instantText)) as fc.Arbitrary<string[]>;

/** A field that may be left out; null leaves it out as well, where null is the same. */
export const maybe = <Name extends string, T>(
  name: Name,
  values: fc.Arbitrary<T>,
): fc.Arbitrary<{ readonly [Key in Name]?: T }> =>
  fc.option(values).map((value) => (value === null ? {} : { [name]: value })) as never;
