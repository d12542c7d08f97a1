import { expect, it } from "vitest";

import { signIn } from "../browser/sign-in.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { useProduct } from "../product/use-product.ts";

const product = useProduct({ SIGNET_DEMO: "accounts" });
const windows = useBrowser();

it("keeps the theme that was chosen over a reload", async () => {
  const page = await windows.open(product.address);
  await signIn(page, "hall");
  const theme = (): Promise<string | undefined> =>
    page.evaluate(() => document.documentElement.dataset.theme);
  expect(await theme()).toBe("light");
  await page.getByLabel("账号与设置").click();
  await page.getByRole("button", { name: "切换浅色 / 深色" }).click();
  await expect.poll(theme).toBe("dark");
  await page.reload();
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
  expect(await theme()).toBe("dark");
});
