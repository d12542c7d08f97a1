import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { signIn } from "../browser/sign-in.ts";
import { type Windows, useBrowser } from "../browser/use-browser.ts";
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
  const { XS } = sample.expected.vendors;
  const sheetOf = (page: Page) => page.getByRole("region", { name: ANNEX_TITLE });

  it("begins with the manager's import of the quarter's records", async () => {
    const { stdout } = await signet(product.folder, "import-cases", sample.file, "--json");
    expect(JSON.parse(stdout)).toMatchObject({ imported: 1329 });
    const manager = await as("hall");
    await manager.goto("/cases?quarter=2026Q3");
    await manager.getByText("共 1329 件").waitFor();
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
    await evaluator.getByRole("link", { name: "江苏翔晟CA" }).click();
    const row = sheetOf(evaluator).getByRole("listitem").nth(7);
    await expect.poll(() => row.innerText()).toMatch(/是\s*·\s*不利/);
    await row.getByRole("link", { name: "查看超时办件" }).click();
    await evaluator.getByText(`共 ${XS.onsiteBreached} 件`).waitFor();
    expect(XS.onsiteBreached).toBe(34);
  });

  it("prints the form without the controls around it", async () => {
    const evaluator = await as("evaluator");
    await evaluator.goBack();
    await sheetOf(evaluator).waitFor();
    await evaluator.emulateMedia({ media: "print" });
    expect(await evaluator.getByRole("navigation").count()).toBe(0);
    expect(await evaluator.getByRole("button").count()).toBe(0);
    expect(await sheetOf(evaluator).getByRole("listitem").count()).toBe(10);
    await evaluator.emulateMedia({ media: null });
  });

  it("ends with the Word file, which holds the ten rows", async () => {
    const evaluator = await as("evaluator");
    const download = evaluator.waitForEvent("download");
    await evaluator.getByRole("link", { name: "下载考评表" }).click();
    const file = await readFile(await (await download).path());
    const text = strFromU8(unzipSync(file)["word/document.xml"]!).replaceAll(/<[^>]+>/g, "");
    expect(text).toContain(ANNEX_TITLE);
    for (const question of questions) expect(text).toContain(question);
  });
});
