import fc from "fast-check";
import { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";

import { decodeCursor, encodeCursor, isInstant } from "./cursor.ts";

it.each([
  ["2026-07-01T00:47:20.123Z", true],
  ["2026-02-31T00:00:00.000Z", false],
  ["2026-07-01T24:00:00.000Z", false],
  ["0026-07-01T00:00:00.000Z", false],
  ["+012026-07-01T00:00:00.000Z", false],
  ["2026-07-01", false],
  ["", false],
])("takes %j for an instant: %j", (part, expected) => {
  expect(isInstant(part)).toBe(expected);
});

describe("a cursor", () => {
  it("comes back as the parts it was made of", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }), (parts) => {
        expect(decodeCursor(encodeCursor(parts), parts.length, "after")).toEqual(parts);
      }),
    );
  });

  it("fits into a URL as it is", () => {
    expect(encodeCursor(["2026-07-01T00:47:20.123Z", "~~??>>"])).toMatch(/^[\w-]+$/);
  });

  it.each([
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("nothing").toString("base64url")],
    ["no list", Buffer.from('{"a":1}').toString("base64url")],
    ["too few parts", encodeCursor(["one"])],
    ["too many parts", encodeCursor(["one", "two", "three"])],
    ["a part that is no text", Buffer.from('["one",2]').toString("base64url")],
    ["empty", ""],
  ])("that is %s is refused by the name of its argument, without being echoed", (_what, cursor) => {
    const refusal = (() => {
      try {
        return decodeCursor(cursor, 2, "after");
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(GraphQLError);
    expect(refusal).toMatchObject({
      message: "after: is not a cursor of this list",
      extensions: { code: "BAD_USER_INPUT", field: "after" },
    });
  });
});
