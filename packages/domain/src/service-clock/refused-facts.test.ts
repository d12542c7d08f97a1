import { describe, expect, it } from "vitest";
import { ordinaryCalendar } from "../calendar/ordinary-calendar.ts";
import { defaultPolicy } from "../regulation/policy.ts";
import { runLine } from "../vectors/run-line.ts";
import { assessOnline } from "./online.ts";
import { assessOnsite } from "./onsite.ts";

const at = (text: string): number => Date.parse(`2026-07-01T${text}:00+08:00`);
const asOf = at("12:00");
const pause = { from: at("09:00"), to: at("09:10"), reason: "PAYMENT_FAILED", voided: false };

/** As plain JavaScript calls it, which no type has checked. */
const onsite = (facts: unknown): unknown =>
  assessOnsite(facts as never, defaultPolicy, ordinaryCalendar, asOf);
const online = (facts: unknown): unknown =>
  assessOnline(facts as never, defaultPolicy, ordinaryCalendar, asOf);
const refusal = (path: string, reason: string) => ({
  ok: false,
  error: { code: "INVALID_INPUT", path, reason },
});

describe("an on-site case that is none", () => {
  const receivedAt = at("08:54");
  it.each([
    ["no object", null, "", "NOT_AN_OBJECT"],
    ["pauses that are no list", { receivedAt, pauses: {} }, "/pauses", "NOT_A_LIST"],
    ["no pauses at all", { receivedAt }, "/pauses", "NOT_A_LIST"],
    ["a pause that is no object", { receivedAt, pauses: [null] }, "/pauses/0", "NOT_AN_OBJECT"],
    ["an unknown reason", ["reason", "LUNCH"], "/pauses/1/reason", "UNKNOWN_VALUE"],
    ["a reason of every object", ["reason", "toString"], "/pauses/1/reason", "UNKNOWN_VALUE"],
    ["no reason", ["reason", undefined], "/pauses/1/reason", "MISSING"],
    ["a reason that is no text", ["reason", 7], "/pauses/1/reason", "NOT_A_STRING"],
    ["a start that is no instant", ["from", "09:00"], "/pauses/1/from", "NOT_AN_INSTANT"],
    ["an end that is no instant", ["to", 0.5], "/pauses/1/to", "NOT_AN_INSTANT"],
    ["an end before its start", ["to", at("08:59")], "/pauses/1/to", "ENDS_BEFORE_START"],
    ["a voiding that is no boolean", ["voided", 1], "/pauses/1/voided", "NOT_A_BOOLEAN"],
  ])("is refused: %s", (_title, given, path, reason) => {
    const facts = Array.isArray(given)
      ? { receivedAt, pauses: [pause, { ...pause, [String(given[0])]: given[1] }] }
      : given;
    expect(onsite(facts)).toEqual(refusal(path, reason));
  });
});

describe("an online case that is none", () => {
  const receivedAt = at("08:54");
  it.each([
    ["no object", 7, "", "NOT_AN_OBJECT"],
    ["an unknown delivery", { receivedAt, delivery: "DRONE" }, "/delivery", "UNKNOWN_VALUE"],
    ["no delivery", { receivedAt }, "/delivery", "MISSING"],
    [
      "a receipt that is no instant",
      { receivedAt: Infinity, delivery: "MAIL" },
      "/receivedAt",
      "NOT_AN_INSTANT",
    ],
  ])("is refused: %s", (_title, facts, path, reason) => {
    expect(online(facts)).toEqual(refusal(path, reason));
  });
});

describe("the command line", () => {
  const line = (kind: string, fields: object): unknown =>
    runLine(
      JSON.stringify({
        id: "1",
        kind,
        receivedAt: "2026-07-01T08:54:00+08:00",
        asOf: "2026-07-01T12:00:00+08:00",
        ...fields,
      }),
    );
  it.each([
    ["onsite", { pauses: [{ from: "2026-07-01T09:00:00Z", reason: "LUNCH" }] }, "/pauses/0/reason"],
    ["onsite", { pauses: [7] }, "/pauses/0"],
    ["onsite", { pauses: {} }, "/pauses"],
    ["online", { delivery: "DRONE" }, "/delivery"],
  ])("refuses the same (%s, %j)", (kind, fields, path) => {
    expect(line(kind, fields)).toMatchObject({ error: { code: "INVALID_INPUT", path } });
  });
});

describe("an assessment", () => {
  const assessed = assessOnsite(
    { receivedAt: at("08:54"), pauses: [pause as never] },
    defaultPolicy,
    ordinaryCalendar,
    asOf,
  );
  it("is plain data as JSON, worked out to the end", () => {
    expect(JSON.parse(JSON.stringify(assessed))).toEqual({
      ok: true,
      value: {
        channel: "ONSITE",
        counting: "WALL",
        state: "BREACHED",
        elapsedMs: 176 * 60_000,
        pausedMs: 10 * 60_000,
        remainingMs: -146 * 60_000,
        dueAt: at("09:34"),
        breachesAt: at("09:34") + 1,
        countsOn: "2026-07-01",
        isOpen: true,
        startedAt: at("08:54"),
        endedAt: asOf,
        endedBy: "AS_OF",
        limitMs: 30 * 60_000,
        zone: "Asia/Shanghai",
        policyId: "default",
      },
    });
  });
  it("explains itself apart from the object it came with", () => {
    if (!assessed.ok) throw new Error(assessed.error.path);
    const { trace, otherReading } = assessed.value;
    expect(trace().map((step) => step.code)).toContain("PAUSE_COUNTED");
    expect(otherReading()).toMatchObject({ counting: "BUSINESS", state: "BREACHED" });
  });
});
