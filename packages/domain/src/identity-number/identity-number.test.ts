import fc from "fast-check";
import { stdnum } from "stdnum";
import { describe, expect, it } from "vitest";
import { maskIdentityNumber } from "./mask.ts";
import { isResidentId } from "./resident-id.ts";
import { isUscc, regionOfUscc } from "./uscc.ts";

const alphabet = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
const some = (characters: readonly string[], length: number) =>
  fc
    .array(fc.constantFrom(...characters), { minLength: length, maxLength: length })
    .map((list) => list.join(""));

describe("a unified social credit code", () => {
  it("has exactly one check character, the one that another library finds too", () => {
    const bodies = fc.tuple(some(alphabet, 9), fc.constantFrom("91", "51", "12"));
    fc.assert(
      fc.property(bodies, ([rest, kind]) => {
        const codes = alphabet.map((check) => `${kind}152501${rest}${check}`);
        const valid = codes.filter((code) => isUscc(code));
        expect(valid).toHaveLength(1);
        // The other library knows no check character where the remainder is 0, which stands for "0".
        const known = valid.filter((code) => !code.endsWith("0"));
        expect(known).toEqual(
          codes.filter((code) => stdnum["CN"]?.["uscc"]?.validate(code).isValid),
        );
      }),
      { numRuns: 100 },
    );
  });
  it("names the division where it was registered, if it is valid", () => {
    expect(regionOfUscc("91152523PT35Q6JX2M")).toBe("152523");
    expect(regionOfUscc("91152523PT35Q6JX2N")).toBeNull();
  });
  it.each([
    "91110000802100433b",
    "91110000802100433B\n",
    " 91110000802100433B",
    "９1110000802100433B",
  ])("is nothing but its 18 characters: %j", (value) => {
    expect(isUscc(value)).toBe(false);
  });
});

describe("a resident identity number", () => {
  it("has exactly one check character", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1850-01-01"), max: new Date("2026-11-22"), noInvalidDate: true }),
        (born) => {
          const body = `152501${born.toISOString().slice(0, 10).replaceAll("-", "")}001`;
          const valid = [..."0123456789X"].filter((check) =>
            isResidentId(body + check, "2026-11-22"),
          );
          expect(valid).toHaveLength(1);
        },
      ),
      { numRuns: 100 },
    );
  });
  it("is valid where another library finds it so, whatever is wrong with one that is not", () => {
    const numbers = fc
      .tuple(some([..."0123456789"], 6), fc.integer({ min: 1849, max: 2024 }), fc.nat(1399))
      .chain(([region, year, day]) =>
        fc.tuple(
          fc.constant(`${region}${year}${String(day).padStart(4, "0")}`),
          some([..."0123456789"], 3),
        ),
      );
    fc.assert(
      fc.property(numbers, ([body, sequence]) => {
        for (const check of "0123456789X") {
          const value = body + sequence + check;
          // The other library has no earliest year, and takes lower case for upper.
          const old = value.slice(6, 10) < "1850";
          const known = stdnum["CN"]?.["ric"]?.validate(value).isValid === true;
          expect([value, isResidentId(value, "2025-01-01")]).toEqual([value, known && !old]);
        }
      }),
      { numRuns: Number(globalThis.process?.env["RUNS"] ?? 200) },
    );
  });
  it("knows leap days", () => {
    const born = (date: string) =>
      [..."0123456789X"].some((check) => isResidentId(`152501${date}001${check}`, "2026-11-22"));
    expect([born("20000229"), born("19000229"), born("20230229"), born("20241301")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("a mask", () => {
  it("shows the first six and the last four of 18", () => {
    expect(maskIdentityNumber("11010519491231002X")).toBe("110105********002X");
  });
  it("never shows more than a third of anything else, and keeps the length", () => {
    fc.assert(
      fc.property(fc.string({ unit: some(alphabet, 1) }), (value) => {
        fc.pre(value.length !== 18);
        const masked = maskIdentityNumber(value);
        expect(masked).toHaveLength(value.length);
        expect(masked.replaceAll("*", "").length).toBeLessThanOrEqual(value.length / 3);
      }),
    );
  });
});
