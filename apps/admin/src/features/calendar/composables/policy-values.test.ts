import { describe, expect, it } from "vitest";

import { newestOf, valuesOf } from "./policy-values.ts";

const limit = (value: string, since: string) => ({
  key: "onsiteLimitMinutes",
  label: "",
  value,
  text: value,
  unit: "MINUTES",
  clause: "5.2",
  since,
});
const versions = [
  { standing: "ANNOUNCED", parameters: [limit("15", "2027-06-01")] },
  { standing: "WITHDRAWN", parameters: [limit("5", "2027-03-01")] },
  { standing: "ANNOUNCED", parameters: [limit("20", "2027-01-01")] },
  { standing: "IN_FORCE", parameters: [limit("25", "2026-01-01")] },
  { standing: "PAST", parameters: [limit("25", "2026-01-01")] },
  { standing: "PAST", parameters: [limit("30", "2024-08-28")] },
] as const;

describe("the values of a parameter", () => {
  it("are the one in force, those announced and those before, none that was withdrawn", () => {
    const [found] = valuesOf(versions);
    expect(found?.now.value).toBe("25");
    expect(found?.later.map(({ value }) => value)).toEqual(["20", "15"]);
    expect(found?.earlier.map(({ value }) => value)).toEqual(["30"]);
  });

  it("are announced upon the version that begins last and stands", () => {
    expect(newestOf(versions)).toBe(versions[0]);
    expect(newestOf(versions.slice(1))).toBe(versions[2]);
  });
});
