import { Channel, Counting, Delivery, NextDay, PauseReason } from "@signet/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { examples } from "./examples.ts";
import { localText } from "./local-text.ts";
import { addressOf, type Query, readAddress } from "./trial-address.ts";
import { firstTrial, type TrialCase } from "./trial-case.ts";

const time = fc
  .date({ min: new Date("1995-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => localText(date.getTime()));
const timeOrNone = fc.option(time, { nil: "" });
const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const common = {
  receivedAt: time,
  completedAt: timeOrNone,
  cancelledAt: timeOrNone,
  asOf: time,
  days: fc.dictionary(day, fc.constant("DAY_OFF" as const), { noNullPrototype: true }),
};
const onsite = fc.record({
  ...common,
  channel: fc.constant(Channel.ONSITE),
  delivery: fc.constant(firstTrial.delivery),
  mailedAt: fc.constant(""),
  pauses: fc.array(
    fc.record({
      from: time,
      to: timeOrNone,
      reason: fc.constantFrom(...Object.values(PauseReason)),
      voided: fc.boolean(),
    }),
    { maxLength: 20 },
  ),
  values: fc.record(
    {
      onsiteLimitMinutes: fc.integer({ min: 1, max: 10_080 }).map(String),
      onsiteCounting: fc.constantFrom(...Object.values(Counting)),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
});
const online = fc.record({
  ...common,
  channel: fc.constant(Channel.ONLINE),
  delivery: fc.constantFrom(...Object.values(Delivery)),
  mailedAt: timeOrNone,
  pauses: fc.constant([]),
  values: fc.record(
    {
      onlineCutoff: fc.constantFrom("00:00", "17:00", "23:59"),
      onlineNextDay: fc.constantFrom(...Object.values(NextDay)),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
});

/** As a browser takes an address to another window: as text. */
function carried(trial: TrialCase): Query {
  const text = new URLSearchParams(
    Object.entries(addressOf(trial)).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one]),
    ),
  ).toString();
  const read = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(read.keys())].map((name) => {
      const all = read.getAll(name);
      return [name, all.length === 1 ? all[0] : all];
    }),
  );
}

const plain: Query = {
  channel: "onsite",
  received: "2026-07-01T09:00:00",
  now: "2026-07-01T10:00",
};

describe("the address of a case", () => {
  it("restores every case that can be shared", () => {
    fc.assert(
      fc.property(fc.oneof(onsite, online), (trial) => {
        expect(readAddress(carried(trial))).toEqual({ kind: "trial", trial });
      }),
    );
  });

  it.each(examples)("restores the example $name", ({ trial }) => {
    expect(readAddress(carried(trial))).toEqual({ kind: "trial", trial });
  });

  it("can be read by people", () => {
    expect(
      addressOf({
        ...firstTrial,
        values: { onsiteLimitMinutes: "45" },
        pauses: [{ from: "2026-07-01 09:05:00", to: "", reason: "PLATFORM_OUTAGE", voided: true }],
        days: { "2026-07-02": "DAY_OFF" },
      }),
    ).toEqual({
      channel: "onsite",
      received: "2026-07-01T09:00:00",
      completed: "2026-07-01T09:25:00",
      now: "2026-07-01T09:40:00",
      pause: ["2026-07-01T09:05:00~~PLATFORM_OUTAGE~voided"],
      onsiteLimitMinutes: "45",
      dayOff: ["2026-07-02"],
    });
  });

  it("keeps a case that the rules refuse, for that is one to show as well", () => {
    const read = readAddress({ ...plain, completed: "2026-07-01T08:00:00" });
    expect(read).toMatchObject({ kind: "trial", trial: { completedAt: "2026-07-01 08:00:00" } });
  });

  it("minds nothing that messengers and others add to it", () => {
    expect(readAddress({})).toEqual({ kind: "nothing" });
    expect(readAddress({ from: "singlemessage", utm_source: null })).toEqual({ kind: "nothing" });
    expect(readAddress({ ...plain, from: "singlemessage", isappinstalled: "0" }).kind).toBe(
      "trial",
    );
  });

  it.each<[string, Query]>([
    ["no channel", { received: "2026-07-01T09:00:00", now: "2026-07-01T10:00:00" }],
    ["another channel", { ...plain, channel: "carrier-pigeon" }],
    ["two channels", { ...plain, channel: ["onsite", "online"] }],
    ["no receipt", { channel: "onsite", now: "2026-07-01T10:00:00" }],
    ["no now", { channel: "onsite", received: "2026-07-01T09:00:00" }],
    ["a day that does not exist", { ...plain, received: "2026-02-30T09:00:00" }],
    ["a time cut off", { ...plain, completed: "2026-07-01T09:" }],
    ["a reason that is none", { ...plain, pause: "2026-07-01T09:05:00~~LUNCH" }],
    ["a reason that every object has", { ...plain, pause: "2026-07-01T09:05:00~~constructor" }],
    ["a pause with more", { ...plain, pause: "2026-07-01T09:05:00~~PLATFORM_OUTAGE~voided~x" }],
    ["a pause with nothing", { ...plain, pause: [null] }],
    [
      "pauses without end",
      { ...plain, pause: Array(21).fill("2026-07-01T09:05:00~~PLATFORM_OUTAGE") },
    ],
    ["no limit", { ...plain, onsiteLimitMinutes: "0" }],
    ["a limit in words", { ...plain, onsiteLimitMinutes: "soon" }],
    ["a counting that is none", { ...plain, onsiteCounting: "__proto__" }],
    ["a delivery that is none", { ...plain, channel: "online", delivery: "drone" }],
    ["a cut-off that is none", { ...plain, channel: "online", onlineCutoff: "25:00" }],
    ["a day off that is none", { ...plain, dayOff: "2026-13-01" }],
    ["a day that is two things", { ...plain, dayOff: "2026-07-04", makeUp: "2026-07-04" }],
    ["a make-up day on a working day", { ...plain, makeUp: "2026-07-01" }],
  ])("is damaged by %s", (_why, query) => {
    expect(readAddress(query)).toEqual({ kind: "damaged" });
  });

  it("never throws, whatever it holds", () => {
    const names = [
      ...Object.keys({
        ...addressOf(firstTrial),
        ...addressOf({ ...firstTrial, channel: "ONLINE" }),
      }),
      "mailed",
      "cancelled",
      "pause",
      "dayOff",
      "makeUp",
      "onsiteLimitMinutes",
      "onlineCutoff",
    ];
    const value = fc.oneof(fc.string(), time, day, fc.constant(null), fc.array(fc.string()));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (query) => {
        expect(["trial", "nothing", "damaged"]).toContain(readAddress(query).kind);
      }),
    );
  });
});
