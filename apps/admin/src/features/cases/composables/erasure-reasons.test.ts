import { describe, expect, it } from "vitest";

import { erasureReasons } from "./erasure-reasons.ts";

const asks = (forApplicant: boolean, afterRetention: boolean) => ({
  requestForApplicant: { allowed: forApplicant },
  requestAfterRetention: { allowed: afterRetention },
});
const request = {
  reason: "APPLICANT_REQUEST",
  requestedAt: "2026-11-28T14:00:00.000Z",
  requestedBy: "娜仁",
} as const;

describe("the reasons to ask for an erasure", () => {
  it.each([
    [true, true, ["APPLICANT_REQUEST", "RETENTION_OVER"]],
    [true, false, ["APPLICANT_REQUEST"]],
    [false, true, ["RETENTION_OVER"]],
    [false, false, []],
  ])("are those that are permitted: %s, %s", (forApplicant, afterRetention, reasons) => {
    const permissions = asks(forApplicant, afterRetention);
    expect(erasureReasons({ request: null, permissions })).toEqual(reasons);
  });

  it("are none while a request waits", () => {
    expect(erasureReasons({ request, permissions: asks(true, true) })).toEqual([]);
  });
});
