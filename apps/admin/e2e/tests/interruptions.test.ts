import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";

import { faultsOf } from "../browser/inspect-page.ts";
import { signIn, signInAgain } from "../browser/sign-in.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { ask } from "../../../api/test/journeys/product.ts";
import { useProduct } from "../product/use-product.ts";

const product = useProduct();
const windows = useBrowser();

/** A mark that a reload would wipe away. */
const mark = (page: Page): Promise<void> =>
  page.evaluate(() => void ((globalThis as { kept?: boolean }).kept = true));
const isSamePage = (page: Page): Promise<boolean> =>
  page.evaluate(() => (globalThis as { kept?: boolean }).kept === true);

/** The board may notice the ended session before the click does: then the form is inert already. */
const submitOrSeeExpired = async (page: Page, submit: Locator): Promise<void> => {
  await submit.click({ timeout: 3_000 }).catch(async (fault: unknown) => {
    if (!(await page.getByText("登录已过期").isVisible())) throw fault;
  });
};

it("says that the picture is old while the server is away, and is current again without a reload", async () => {
  // A server that is on its way out answers what still reaches it with 503.
  windows.tolerate(/Failed to load resource|ERR_CONNECTION_REFUSED|ERR_INCOMPLETE|answered 503/);
  const page = await windows.open(product.address);
  await signIn(page, "hall");
  await page.getByRole("heading", { name: "今日在办" }).waitFor();
  await mark(page);
  const stale = page.getByText("实时连接中断，数据可能不是最新");
  expect(await stale.count()).toBe(0);

  await product.stop();
  await stale.waitFor();
  // What was read stays to be read.
  expect(await page.getByText("演示企业一有限公司").count()).toBe(1);

  await product.startAgain();
  await expect.poll(() => stale.count(), { timeout: 20_000 }).toBe(0);
  expect(await isSamePage(page)).toBe(true);
}, 120_000);

it("keeps a half-filled form under the sign-in that follows the end of a session", async () => {
  windows.tolerate(/401/);
  const page = await windows.open(product.address);
  await signIn(page, "nmg");
  await page.getByRole("button", { name: "受理办件" }).click();
  const form = page.getByRole("dialog", { name: "受理办件" });
  const typed = { 受理编号: "HALF-1", 申请主体: "半填企业有限公司" };
  for (const [name, value] of Object.entries(typed)) await form.getByLabel(name).fill(value);
  await form.getByLabel(/统一社会信用代码/).fill("91110000802100433B");
  await mark(page);

  await ask(product.folder, "delete from session");
  await submitOrSeeExpired(page, form.getByRole("button", { name: "接收资料，开始计时" }));
  await page.getByText("登录已过期").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await signInAgain(page, "nmg");

  expect(await isSamePage(page)).toBe(true);
  for (const [name, value] of Object.entries(typed))
    expect(await form.getByLabel(name).inputValue()).toBe(value);
  await form.getByRole("button", { name: "接收资料，开始计时" }).click();
  await page.getByText("已受理 HALF-1").waitFor();
  await expect.poll(() => page.getByText("半填企业有限公司").count()).toBe(1);
});

it("says within an open dialog why its act was not done, and goes on saying it when the dialog is left", async () => {
  windows.tolerate(/Failed to load resource|ERR_INTERNET_DISCONNECTED/);
  const page = await windows.open(product.address);
  await signIn(page, "admin");
  await page.goto("/cases?quarter=2026Q3&state=BREACHED");
  await page.getByRole("main").getByRole("link").first().click();
  await page.getByRole("button", { name: "申请删除个人信息" }).click();
  const dialog = page.getByRole("dialog", { name: "申请删除个人信息" });

  await page.context().setOffline(true);
  await dialog.getByRole("button", { name: "提交申请" }).click();
  const notice = page.getByRole("status").getByText("暂时连不上服务");
  await notice.waitFor();
  expect(await dialog.getByText("暂时连不上服务").count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "取消" }).click();
  await notice.waitFor();
  expect(await dialog.count()).toBe(0);
  await page.getByRole("status").getByRole("button", { name: "关闭" }).click();
  await expect.poll(() => notice.count()).toBe(0);
}, 60_000);
