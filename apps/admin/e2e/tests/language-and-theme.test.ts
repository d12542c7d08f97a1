import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";

import { signIn } from "../browser/sign-in.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { useProduct } from "../product/use-product.ts";

const product = useProduct({ SIGNET_DEMO: "accounts" });
const windows = useBrowser();
let page: Page;

beforeAll(async () => {
  page = await windows.open(product.address);
  await signIn(page, "hall");
});

/** What the page says of itself to the browser. */
const looks = (): Promise<{ theme: string | undefined; language: string }> =>
  page.evaluate(() => ({
    theme: document.documentElement.dataset.theme,
    language: document.documentElement.lang,
  }));

it("keeps the theme that was chosen over a reload", async () => {
  expect(await looks()).toEqual({ theme: "light", language: "zh-CN" });
  await page.locator("summary").click();
  await page.getByRole("button", { name: "切换浅色 / 深色" }).click();
  await expect.poll(looks).toMatchObject({ theme: "dark" });
  await page.reload();
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
  expect(await looks()).toEqual({ theme: "dark", language: "zh-CN" });
});

it("speaks the language that was chosen, the server's words included, over a reload", async () => {
  await page.locator("summary").click();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Open today" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Open today" }).waitFor();
  expect(await looks()).toMatchObject({ language: "en" });
  // Names and the official form's own words stay Chinese, and say so.
  const own = await page.getByRole("main").evaluate((main) => {
    for (const quoted of main.querySelectorAll('[lang="zh-CN"]')) quoted.remove();
    return (main as HTMLElement).innerText;
  });
  expect(own).toContain("Open today");
  expect(own).not.toMatch(/\p{Script=Han}/u);
});
