import { REGULATION_EFFECTIVE_FROM } from "@signet/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { caseFile } from "../../../../test/case-file.ts";
import {
  createTestInstallation,
  type TestInstallation,
} from "../../../../test/create-test-installation.ts";
import { importFile } from "../../../../test/import-file.ts";
import { movableClock } from "../../../../test/movable-clock.ts";
import type { CaseField } from "../persistence/case-columns.ts";
import { readCase, readCases } from "../persistence/case-list.view.ts";
import { readQuarterFacts } from "../persistence/quarter-facts.view.ts";
import { explainCase, verdictOf, wordsOf } from "./explain-case.ts";

const received = "2026-07-01T08:47:20+08:00";
const clock = movableClock(received);
let installation: TestInstallation;
let vendorId: string;

beforeAll(async () => {
  installation = await createTestInstallation(clock);
  vendorId = await installation.vendorId("NMG");
  clock.set("2026-07-01T09:00:00+08:00");
  await importFile(
    installation,
    await caseFile([
      { 受理编号: "OPEN", 办结时间: "" },
      { 受理编号: "DONE", 办结时间: "2026-07-01 09:17:21" },
      {
        受理编号: "ONLINE",
        办理渠道: "在线",
        到达时间: "",
        领取方式: "邮寄",
        办结时间: "",
      },
      {
        受理编号: "PAUSED",
        办结时间: "",
        暂停开始: "2026-07-01 08:50:00",
        暂停原因: "申请人补充材料",
      },
    ]),
  );
});
afterAll(() => installation.close());
beforeEach(() => clock.set("2026-07-01T09:00:00+08:00"));

const fields = new Set<CaseField>(["state", "completion", "mailing", "breachesAt"]);
const look = (number: string) => {
  const { em, scope, vault } = installation.as();
  return readCase(em, { scope, now: clock.now(), vault }, { vendorId, number }, fields);
};
const explained = async (number: string) => {
  const { em, scope } = installation.as();
  const one = await explainCase(em.fork(), scope, clock, { vendorId, number });
  if (!one) throw new Error(`No case ${number}`);
  return one;
};
const moveTo = (instant: string | null | undefined, ms = 0): void => {
  clock.set(instant ?? "");
  clock.advance({ ms });
};

describe("an open case", () => {
  it.each(["OPEN", "ONLINE"])(
    "of which nobody touches a row is breached from its instant on, not before: %s",
    async (number) => {
      const breachesAt = (await look(number))?.breachesAt;
      moveTo(breachesAt, -1);
      expect(await look(number)).toMatchObject({ state: "RUNNING", completion: "RUNNING" });
      expect((await explained(number)).assessment.state).toBe("RUNNING");
      moveTo(breachesAt);
      expect(await look(number)).toMatchObject({ state: "BREACHED", completion: "BREACHED" });
      expect((await explained(number)).assessment.state).toBe("BREACHED");
    },
  );

  it("is found by the state it has at the moment of asking", async () => {
    const filtered = async (state: "RUNNING" | "BREACHED"): Promise<string[]> => {
      const { em, scope, vault } = installation.as();
      const { rows } = await readCases(
        em,
        { scope, filter: { states: [state], channel: "ONSITE" }, now: clock.now(), vault },
        { descending: true, size: 50, backwards: false, cursor: null, fields: new Set(["number"]) },
      );
      return rows.map(({ number }) => number).toSorted();
    };
    expect(await filtered("RUNNING")).toEqual(["OPEN"]);
    expect(await filtered("BREACHED")).toEqual(["DONE"]);
    moveTo((await look("OPEN"))?.breachesAt);
    expect(await filtered("RUNNING")).toEqual([]);
    expect(await filtered("BREACHED")).toEqual(["DONE", "OPEN"]);
  });

  it("counts in a form as what it is at the moment of proposing", async () => {
    const factsNow = async () => {
      const began = new Date("2024-08-28T00:00:00+08:00");
      const facts = await readQuarterFacts(installation.as().em, "2026Q3", began, clock.now());
      return facts.get(vendorId);
    };
    expect((await factsNow())?.onsite).toMatchObject({ assessable: 1, breached: 1 });
    expect((await factsNow())?.online).toMatchObject({ cases: 1, assessable: 0 });
    clock.set("2026-07-09T09:00:00+08:00");
    expect((await factsNow())?.onsite).toMatchObject({ assessable: 2, breached: 2 });
    expect((await factsNow())?.online).toMatchObject({
      assessable: 1,
      breached: 1,
      completionBreached: 1,
      mailingBreached: 1,
    });
  });

  it("that is paused for good is paused, and no one's breach", async () => {
    clock.set("2026-09-30T09:00:00+08:00");
    expect(await look("PAUSED")).toMatchObject({ state: "PAUSED" });
  });
});

describe("an explanation", () => {
  it("says the verdict in both languages, and the same steps with the clause each rests on", async () => {
    const one = await explained("DONE");
    expect(verdictOf(one, "zh-CN")).toContain("超时");
    expect(verdictOf(one, "en")).toMatch(/late|breach|over/i);
    const [chinese, english] = [wordsOf(one, "zh-CN"), wordsOf(one, "en")];
    expect(chinese.length).toBeGreaterThan(2);
    expect(chinese.map(({ step }) => step)).toEqual(english.map(({ step }) => step));
    expect(chinese.every(({ title }) => /\p{Script=Han}/u.test(title))).toBe(true);
    expect(
      english.every(({ title, detail }) => !/\p{Script=Han}/u.test(title + (detail ?? ""))),
    ).toBe(true);
    expect(english.some(({ step }) => step.clause === "5.2")).toBe(true);
  });

  it("tells times as the centre's clocks show them", async () => {
    const words = wordsOf(await explained("DONE"), "zh-CN")
      .map(({ title, detail }) => `${title} ${detail}`)
      .join("\n");
    expect(words).toContain("2026年7月1日 8:47:20 接收资料");
  });

  it("names the versions that the clock runs under", async () => {
    expect(await explained("DONE")).toMatchObject({
      policyValidFrom: REGULATION_EFFECTIVE_FROM,
      calendarNumber: 1,
    });
  });

  it("of a case beyond the caller's scope is as absent as of one that is not there", async () => {
    const clerk = installation.caller({
      roles: ["WINDOW_CLERK"],
      vendorId: await installation.vendorId("XS"),
    });
    const { em, scope } = installation.as(clerk);
    expect(await explainCase(em, scope, clock, { vendorId, number: "DONE" })).toBeNull();
    expect(await explainCase(em, scope, clock, { vendorId, number: "NONE" })).toBeNull();
  });
});
