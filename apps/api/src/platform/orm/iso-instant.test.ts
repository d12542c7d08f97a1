import fc from "fast-check";
import { expect, it } from "vitest";

import { createTestInstallation } from "../../../test/create-test-installation.ts";
import { isoInstant } from "./iso-instant.ts";

it.each([
  ["2026-07-01 00:47:20+00", "2026-07-01T00:47:20.000Z"],
  ["2026-07-01 00:47:20.1+00", "2026-07-01T00:47:20.100Z"],
  ["2026-07-01 00:47:20.12+00", "2026-07-01T00:47:20.120Z"],
  ["2026-07-01 00:47:20.123+00", "2026-07-01T00:47:20.123Z"],
])("reads %s as %s", (text, instant) => {
  expect(isoInstant(text)).toBe(instant);
});

it("leaves no instant as none", () => {
  expect(isoInstant(null)).toBeNull();
});

it("reads every instant as the database prints it", async () => {
  const installation = await createTestInstallation();
  try {
    const [min, max] = [new Date("1000-01-01T00:00:00Z"), new Date("9999-12-31T23:59:59.999Z")];
    const instants = fc.sample(fc.date({ min, max, noInvalidDate: true }), 200);
    const list = instants.map((date) => `('${date.toISOString()}'::timestamptz(3))`).join(", ");
    const rows: { at: string }[] = await installation.orm.em
      .fork()
      .execute(`select at::text as at from (values ${list}) as given(at)`);
    expect(rows.map(({ at }) => isoInstant(at))).toEqual(
      instants.map((date) => date.toISOString()),
    );
  } finally {
    await installation.close();
  }
});
