import fc from "fast-check";
import { expect, it } from "vitest";

import { canonicalJson } from "./canonical-json.ts";

it("sorts the names at every depth and keeps the order of lists", () => {
  expect(canonicalJson({ b: [3, { d: 1, c: null }], a: "字" })).toBe(
    '{"a":"字","b":[3,{"c":null,"d":1}]}',
  );
});

it("writes one text for one meaning, whatever the order of the names", () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (value === null || typeof value !== "object") return value;
    const entries = Object.entries(value).map(([name, inner]) => [name, reversed(inner)] as const);
    return Object.fromEntries(entries.toReversed());
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(reversed(value))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it("writes what has a JSON form of its own as that form", () => {
  expect(canonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
});
