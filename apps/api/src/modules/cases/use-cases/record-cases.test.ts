import { afterAll, beforeAll, expect, it } from "vitest";

import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { recordCases } from "./record-cases.ts";
import { readQuarterFacts } from "../persistence/quarter-facts.view.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation.close());

it("leaves out what was received before the regulation (八)", async () => {
  const vendorId = await installation.vendorId("NMG");
  const received = ["2024-08-27T23:59:59.999+08:00", "2024-08-28T00:00:00.000+08:00"];
  const record = (at: string, index: number) => ({
    number: `R${index}`,
    vendorId,
    requestKind: "NEW" as const,
    applicantKind: "ORGANIZATION" as const,
    applicantName: "某单位",
    identityNumber: "91110000802100433B",
    handler: null,
    channel: "ONSITE" as const,
    delivery: "PICKUP" as const,
    arrivedAt: null,
    receivedAt: Date.parse(at),
    completedAt: Date.parse(at) + 60_000,
    mailedAt: null,
    trackingNumber: null,
    pauses: [],
    feeFen: null,
    note: null,
  });
  const context = installation.as();
  await recordCases(context, received.map(record));
  const effectiveFrom = new Date("2024-08-28T00:00:00+08:00");
  const facts = await readQuarterFacts(context.em, "2024Q3", effectiveFrom, context.clock.now());
  expect(facts.get(vendorId)?.onsite).toEqual({ assessable: 1, breached: 0, longestMs: 60_000 });
});
