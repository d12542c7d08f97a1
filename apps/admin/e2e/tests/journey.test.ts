import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

import { ANNEX_TITLE, scorecardQuestions } from "@signet/domain";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { signIn } from "../browser/sign-in.ts";
import { type Windows, useBrowser } from "../browser/use-browser.ts";
import { sampleQuarter } from "../product/sample-quarter.ts";
import { useProduct } from "../product/use-product.ts";

/** A window in which somebody is signed in; the same one for all their steps. */
function peopleOf(product: { readonly address: string }, windows: Windows) {
  const known = new Map<string, Page>();
  return async (username: string): Promise<Page> => {
    const page = known.get(username) ?? (await windows.open(product.address));
    if (!known.has(username)) await signIn(page, username);
    known.set(username, page);
    return page;
  };
}

describe("a day at the counter", () => {
  const product = useProduct();
  const as = peopleOf(product, useBrowser());
  const late = "演示企业六有限公司";
  const rowOf = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });
  const openCases = async (page: Page): Promise<number> =>
    Number(await page.getByText("现场在办").locator("xpath=../dd").innerText());

  it("shows a case on the manager's board as soon as the clerk has accepted it", async () => {
    const [manager, clerk] = [await as("hall"), await as("xs")];
    await rowOf(manager, late).waitFor();
    const before = await openCases(manager);
    await clerk.getByRole("button", { name: "受理办件" }).click();
    const form = clerk.getByRole("dialog");
    await form.getByLabel("受理编号").fill("XS-JOURNEY-1");
    await form.getByLabel("申请主体").fill("草原路桥有限公司");
    await form.getByLabel(/统一社会信用代码/).fill("91110000802100433B");
    await form.getByRole("button", { name: "接收资料，开始计时" }).click();
    await rowOf(manager, "草原路桥有限公司").waitFor();
    expect(await openCases(manager)).toBe(before + 1);
  });

  it("counts a late case up on the manager's board, in red, without a reload", async () => {
    const row = rowOf(await as("hall"), late);
    const over = async (): Promise<string> => (await row.locator(".left").innerText()).trim();
    const first = await over();
    expect(first).toMatch(/^\+0\d:\d\d/);
    expect(await row.innerText()).toContain("已超时");
    await expect.poll(async () => (await over()) > first).toBe(true);
  });

  it("takes it off the manager's board when the clerk completes it", async () => {
    const [manager, clerk] = [await as("hall"), await as("xs")];
    await rowOf(clerk, late).getByRole("button", { name: "办结" }).click();
    await clerk.getByText(/^已办结/).waitFor();
    await expect.poll(() => rowOf(manager, late).getByRole("button").count()).toBe(0);
  });
});

describe("a quarter's evaluation", () => {
  const product = useProduct({ SIGNET_DEMO: "accounts" });
  const as = peopleOf(product, useBrowser());
  const { vendor, cases, late } = sampleQuarter.onsite;
  const sheetOf = (page: Page) => page.getByRole("region", { name: ANNEX_TITLE });

  it("begins with the manager's import of the quarter's records", async () => {
    const manager = await as("hall");
    await manager.goto("/imports");
    const chosen = manager.locator('input[type="file"]');
    await chosen.evaluate(
      (input: HTMLInputElement, bytes) => {
        const held = new DataTransfer();
        held.items.add(new File([new Uint8Array(bytes)], "全年.csv"));
        input.files = held.files;
        input.dispatchEvent(new Event("change"));
      },
      32 * 2 ** 20 + 1,
    );
    await manager.getByText("文件超过 32 MB").waitFor();
    await chosen.setInputFiles(sampleQuarter.file);
    await manager.getByRole("button", { name: `导入 ${sampleQuarter.clean} 件` }).click();
    await manager.getByText("已导入", { exact: true }).waitFor({ timeout: 60_000 });
    const faulty = manager.getByRole("row").filter({ hasText: "NMG2026390003" });
    expect(await faulty.innerText()).toContain("未知业务类型");
    await manager.goto("/cases?quarter=2026Q3");
    await manager.getByText("共 1,328 件").waitFor();
  });

  it("tells the manager of a late case why, step by step", async () => {
    const manager = await as("hall");
    await manager.goto("/cases?quarter=2026Q3&state=BREACHED");
    await manager.getByRole("table").getByRole("link").first().click();
    await manager.getByRole("heading", { name: "为什么" }).waitFor();
    const steps = manager.getByRole("region", { name: "为什么" }).getByRole("listitem");
    expect(await steps.count()).toBeGreaterThan(3);
    expect(await manager.locator(".verdict").innerText()).toMatch(/超时|逾期/);
  });

  it("lets the evaluator propose the forms and open the very cases behind row 8", async () => {
    const evaluator = await as("evaluator");
    await evaluator.goto("/scorecards/2026Q3");
    await evaluator.getByRole("button", { name: "由证据生成" }).click();
    await evaluator.getByRole("link", { name: vendor }).click();
    const row = sheetOf(evaluator).getByRole("listitem").nth(7);
    await expect.poll(() => row.innerText()).toMatch(/是\s*·\s*不利/);
    await row.getByRole("link", { name: `打开 ${late} 件` }).click();
    await evaluator.getByText(`共 ${late} 件`).waitFor();
    expect(await evaluator.getByRole("table").getByText("超时", { exact: true }).count()).toBe(
      late,
    );
  });

  it("prints the form without the controls around it", async () => {
    const evaluator = await as("evaluator");
    await evaluator.goBack();
    await sheetOf(evaluator).waitFor();
    await evaluator.emulateMedia({ media: "print" });
    expect(await evaluator.getByRole("navigation").count()).toBe(0);
    expect(await sheetOf(evaluator).getByRole("button", { name: /^确认/ }).count()).toBe(0);
    expect(await evaluator.getByRole("complementary").count()).toBe(0);
    expect(await sheetOf(evaluator).getByRole("listitem").count()).toBe(10);
    await evaluator.emulateMedia({ media: null });
  });

  it("is decided row by row, another answer by two, and sent to the vendor", async () => {
    const [evaluator, second] = [await as("evaluator"), await as("evaluator2")];
    await sheetOf(evaluator)
      .getByRole("button", { name: /^CA 数字证书办理人员是否着正装/ })
      .click();
    await evaluator.getByRole("button", { name: "改判…" }).click();
    const form = evaluator.getByRole("dialog");
    await form.getByLabel("是", { exact: true }).check();
    await form.getByLabel("理由").fill("大厅巡查三次均着正装");
    await form.getByRole("button", { name: "提交改判" }).click();
    await form.waitFor({ state: "hidden" });
    await second.goto("/scorecards/2026Q3?row=3");
    await second.getByRole("link", { name: vendor }).click();
    await sheetOf(second).getByRole("button", { name: "复核" }).click();
    await second.getByRole("button", { name: "同意改判" }).click();
    await sheetOf(evaluator).getByText("已改判").waitFor();
    // However long the page reads what others did, an act starts from what the last one left.
    await evaluator.route("**/graphql", async (route) => {
      const { operationName } = route.request().postDataJSON() as { operationName: string };
      if (operationName === "Scorecards") await setTimeout(1_500);
      await route.continue();
    });
    for (const row of [1, 2, 4, 5, 6, 7, 8, 9, 10]) {
      await evaluator.getByRole("button", { name: `确认第 ${row} 项`, exact: true }).click();
      await evaluator.getByText(`已确认第 ${row} 项`).waitFor();
    }
    await evaluator.unrouteAll({ behavior: "wait" });
    await evaluator.getByRole("button", { name: "送交企业" }).click();
    await evaluator.getByRole("dialog").getByRole("button", { name: "送交企业" }).click();
    await evaluator.getByText("已送交企业").waitFor();
    expect(await sheetOf(evaluator).getByRole("button", { name: /^确认/ }).count()).toBe(0);
  });

  it("is frozen by the leader, and ends with the Word file, which holds the ten rows", async () => {
    const leader = await as("leader");
    await leader.goto("/scorecards/2026Q3");
    await leader.getByRole("link", { name: vendor }).click();
    await leader.getByRole("button", { name: "定稿" }).click();
    await leader.getByRole("dialog").getByRole("button", { name: "定稿" }).click();
    await leader.getByText(/^定稿校验值/).waitFor();
    const download = leader.waitForEvent("download");
    await leader.getByRole("link", { name: "下载考评表" }).click();
    const path = join(product.folder, "form.docx");
    await (await download).saveAs(path);
    const file = await readFile(path);
    const text = strFromU8(unzipSync(file)["word/document.xml"]!).replaceAll(/<[^>]+>/g, "");
    expect(text).toContain(ANNEX_TITLE);
    for (const { text: question } of scorecardQuestions) expect(text).toContain(question);
    expect(text).toContain("是。经复核改判：大厅巡查三次均着正装。");
    expect(text).toContain(`是。现场办理${cases}件，超时${late}件`);
  });
});
