import { ANNEX_TITLE, ok, ScorecardState, scorecardQuestions } from "@signet/domain";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { TestInstallation } from "../../../../test/create-test-installation.ts";
import { expectOk, expectProblem } from "../../../../test/expect-result.ts";
import { createSampleInstallation } from "../../../../test/sample.ts";
import type { Caller } from "../../../platform/identity/caller.ts";
import { perform } from "../../../platform/orm/index.ts";
import { Scorecard } from "../persistence/scorecard.entity.ts";
import { exportScorecard } from "./export-scorecard.ts";
import { listScorecards } from "./list-scorecards.ts";
import { proposeScorecards } from "./propose-scorecards.ts";

const quarter = "2026Q3";
let installation: TestInstallation;
let vendorId: string;
beforeAll(async () => {
  installation = await createSampleInstallation();
  vendorId = await installation.vendorId("XS");
  await proposeScorecards(installation.as(), quarter);
});
afterAll(() => installation.close());

const moveTo = (state: ScorecardState) =>
  perform(installation.as(), "test.move", null, async ({ tx }) => {
    const form = await tx.findOneOrFail(Scorecard, { vendorId, quarter });
    form.state = state;
    return ok(null);
  });
const exportAs = (caller: Caller, answersOnly = false, which = quarter) =>
  exportScorecard(
    installation.orm.em.fork(),
    caller,
    { vendorId, quarter: which },
    { answersOnly },
  );

/** Every text of the file in its order, and those of its page headers. */
async function textsOf(answersOnly = false): Promise<{ body: string[]; headers: string[] }> {
  const { bytes } = expectOk(await exportAs(installation.as().caller, answersOnly));
  const texts = (xml: Uint8Array): string[] =>
    [...strFromU8(xml).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = ""]) => text);
  const parts = Object.entries(unzipSync(bytes));
  return {
    body: texts(parts.find(([name]) => name === "word/document.xml")![1]),
    headers: parts
      .filter(([name]) => name.startsWith("word/header"))
      .flatMap(([, xml]) => texts(xml)),
  };
}

describe("the exported form", () => {
  it("is the annex: title, vendor, period, and ten questions with their answers to the character", async () => {
    const form = (await listScorecards(installation.as(), { quarter })).find(
      (one) => one.vendorId === vendorId,
    );
    const { body } = await textsOf();
    expect(body).toEqual([
      ANNEX_TITLE,
      "企业名称：",
      "江苏翔晟CA",
      "考评时间：",
      "2026年第三季度",
      "序号",
      "考评内容",
      "考评情况",
      ...scorecardQuestions.flatMap(({ row, text }, index) => [
        String(row),
        text,
        form?.rows[index]?.text,
      ]),
    ]);
  });

  it("holds the answers alone where no facts are wanted", async () => {
    const { body } = await textsOf(true);
    const answers = body.slice(8).filter((_text, index) => index % 3 === 2);
    expect(answers.join(" ")).toBe("未考评 未考评 未考评 是 未考评 未考评 未考评 是 否 未考评");
  });

  it.each(Object.values(ScorecardState))(
    "is marked as a draft until it is frozen: %s",
    async (state) => {
      await moveTo(state);
      const settled = ["FROZEN", "PUBLISHED", "CORRECTED"].includes(state);
      const { headers, body } = await textsOf();
      expect(headers).toEqual(settled ? [] : ["草稿"]);
      expect(body.join("")).not.toContain("草稿");
    },
  );

  it("is named after vendor and quarter", async () => {
    const { fileName } = expectOk(await exportAs(installation.as().caller));
    expect(fileName).toBe("江苏翔晟CA-2026Q3.docx");
  });

  it("must have been proposed", async () => {
    expectProblem(await exportAs(installation.as().caller, false, "2025Q1"), "SCORECARD_NOT_FOUND");
  });
});

describe("the form of a vendor", () => {
  const manager = (vendor: string) =>
    installation.caller({ roles: ["VENDOR_MANAGER"], vendorId: vendor });
  const listedFor = async (caller: Caller): Promise<string[]> =>
    (await listScorecards(installation.as(caller), { quarter })).map((form) => form.vendorId);

  it.each(["COLLECTING", "PROPOSED", "UNDER_REVIEW"] as const)(
    "is not its manager's to see before it was sent: %s",
    async (state) => {
      await moveTo(state);
      expectProblem(await exportAs(manager(vendorId)), "NOT_SENT_TO_VENDOR_YET");
      expect(await listedFor(manager(vendorId))).toEqual([]);
    },
  );

  it("is its manager's from the day it was sent, and nobody else's manager's", async () => {
    await moveTo("SENT_TO_VENDOR");
    expectOk(await exportAs(manager(vendorId)));
    expect(await listedFor(manager(vendorId))).toEqual([vendorId]);
    const other = manager(await installation.vendorId("NMG"));
    expectProblem(await exportAs(other), "OTHER_VENDOR");
    expect(await listedFor(other)).toEqual([]);
  });

  it("is a banner's once it is published", async () => {
    const officer = installation.caller({ roles: ["BANNER_OFFICER"], regionCode: "152502" });
    await moveTo("FROZEN");
    expectProblem(await exportAs(officer), "NOT_PUBLISHED_YET");
    expect(await listedFor(officer)).toEqual([]);
    await moveTo("PUBLISHED");
    expectOk(await exportAs(officer));
    expect(await listedFor(officer)).toEqual([vendorId]);
  });

  it("is no clerk's", async () => {
    await moveTo("PUBLISHED");
    const clerk = installation.caller({ roles: ["WINDOW_CLERK"], vendorId });
    expectProblem(await exportAs(clerk), "ROLE_MISSING");
    expect(await listedFor(clerk)).toEqual([]);
  });
});
