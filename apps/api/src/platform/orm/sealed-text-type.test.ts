import { randomBytes, randomUUID } from "node:crypto";

import { expect, it } from "vitest";

import { seal, type SealedText } from "../keys/sealing.ts";
import { SealedTextType } from "./sealed-text-type.ts";

const column = new SealedTextType();

it("takes sealed text", () => {
  const sealed = seal("11010519491231002X", randomBytes(32), randomUUID());
  expect(column.convertToDatabaseValue(sealed)).toBe(sealed);
});

it.each(["11010519491231002X", "v1.almost", "{}"])("refuses the plain text %j", (plain) => {
  expect(() => column.convertToDatabaseValue(plain as SealedText)).toThrow("sealed text only");
});

it("does not say what it refused", () => {
  expect(() => column.convertToDatabaseValue("11010519491231002X" as SealedText)).not.toThrow(
    "11010519491231002X",
  );
});

it("leaves an empty cell empty", () => {
  expect(column.convertToDatabaseValue(null)).toBeNull();
});
