import { describe, expect, it } from "vitest";
import { ordinaryCalendar } from "../calendar/ordinary-calendar.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import { assessOnline } from "./online.ts";
import type { OnlineFacts } from "./online-facts.ts";
import { assessOnsite } from "./onsite.ts";
import type { OnsiteFacts } from "./onsite-facts.ts";

const at = 1_725_240_000_000;
const DAY = 86_400_000;
const first = -62_167_219_200_000 - DAY;
const last = 253_402_300_799_999 + DAY;
const pause = { from: at, to: at, reason: "PLATFORM_OUTAGE", voided: false } as const;

const onsite = (facts: Partial<OnsiteFacts>, asOf = at) =>
  assessOnsite({ receivedAt: at, pauses: [], ...facts }, defaultPolicy, ordinaryCalendar, asOf);
const online = (facts: Partial<OnlineFacts>, asOf = at) =>
  assessOnline(
    { receivedAt: at, delivery: "MAIL", ...facts },
    defaultPolicy,
    ordinaryCalendar,
    asOf,
  );
const refused = (path: string, reason: string) => ({
  ok: false,
  error: { code: "INVALID_INPUT", path, reason },
});

describe("the on-site clock refuses", () => {
  it.each([
    ["/receivedAt", "NOT_AN_INSTANT", { receivedAt: at + 0.5 }],
    ["/receivedAt", "NOT_AN_INSTANT", { receivedAt: Number.NaN }],
    ["/arrivedAt", "NOT_AN_INSTANT", { arrivedAt: Infinity }],
    ["/completedAt", "NOT_AN_INSTANT", { completedAt: at + 0.5 }],
    ["/completedAt", "ENDS_BEFORE_START", { completedAt: at - 1 }],
    ["/cancelledAt", "ENDS_BEFORE_START", { cancelledAt: at - 1 }],
    ["/pauses/0/from", "NOT_AN_INSTANT", { pauses: [{ ...pause, from: 0.5 }] }],
    ["/pauses/1/to", "ENDS_BEFORE_START", { pauses: [pause, { ...pause, to: at - 1 }] }],
    ["/pauses/0/voided", "NOT_A_BOOLEAN", { pauses: [{ ...pause, voided: 1 as never }] }],
  ])("at %s: %s", (path, reason, facts) => {
    expect(onsite(facts)).toEqual(refused(path, reason));
  });
  it("to be looked at when no instant is", () => {
    expect(onsite({}, Number.NaN)).toEqual(refused("/asOf", "NOT_AN_INSTANT"));
  });
  it("nothing whose end is its start", () => {
    const facts = { completedAt: at, cancelledAt: at, arrivedAt: at, pauses: [pause] };
    expect(onsite(facts)).toMatchObject({ ok: true });
  });
  it("what lies more than a day beyond the years 0000 to 9999", () => {
    expect(onsite({ receivedAt: first }, first)).toMatchObject({ ok: true });
    expect(onsite({ receivedAt: first - 1 }, first)).toEqual(
      refused("/receivedAt", "NOT_AN_INSTANT"),
    );
    expect(onsite({}, last)).toMatchObject({ ok: true });
    expect(onsite({}, last + 1)).toEqual(refused("/asOf", "NOT_AN_INSTANT"));
  });
});

describe("the online clock refuses", () => {
  it.each([
    ["/receivedAt", "NOT_AN_INSTANT", { receivedAt: at + 0.5 }],
    ["/completedAt", "ENDS_BEFORE_START", { completedAt: at - 1 }],
    ["/cancelledAt", "ENDS_BEFORE_START", { cancelledAt: at - 1 }],
    ["/mailedAt", "MAILED_WITHOUT_COMPLETION", { mailedAt: at }],
    ["/mailedAt", "ENDS_BEFORE_START", { completedAt: at + 2, mailedAt: at + 1 }],
    [
      "/mailedAt",
      "NOT_MAILED_WHEN_PICKED_UP",
      { delivery: "PICKUP" as const, completedAt: at, mailedAt: at },
    ],
  ])("at %s: %s", (path, reason, facts) => {
    expect(online(facts)).toEqual(refused(path, reason));
  });
  it("to be looked at when no instant is", () => {
    expect(online({}, Number.NaN)).toEqual(refused("/asOf", "NOT_AN_INSTANT"));
  });
  it("nothing that is mailed as soon as it is done", () => {
    expect(online({ completedAt: at, mailedAt: at })).toMatchObject({
      ok: true,
      value: { channel: "ONLINE", state: "MET" },
    });
  });
});
