import type { Page } from "playwright-core";

const password = "signet-demo-2026";

/** Enters by the form, as one of the demo's people. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel("账号", { exact: true }).fill(username);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
}
