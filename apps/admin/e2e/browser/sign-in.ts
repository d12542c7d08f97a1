import type { Page } from "playwright-core";

const password = "signet-demo-2026";

/** Enters by the form, as one of the demo's people. */
export async function signIn(page: Page, username: string): Promise<void> {
  await fillIn(page, username);
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
}

/** Enters by the form that lies over the page when a session has ended. */
export async function signInAgain(page: Page, username: string): Promise<void> {
  await fillIn(page, username);
  await page.getByRole("button", { name: "登录", exact: true }).waitFor({ state: "detached" });
}

async function fillIn(page: Page, username: string): Promise<void> {
  await page.getByLabel("账号", { exact: true }).fill(username);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}
