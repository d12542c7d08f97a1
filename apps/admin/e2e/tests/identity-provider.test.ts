import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";

import { startProvider } from "../../../api/test/identity-provider/start-provider.ts";
import { faultsOf } from "../browser/inspect-page.ts";
import { signIn } from "../browser/sign-in.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { freePort } from "../product/free-port.ts";
import { useProduct } from "../product/use-product.ts";

const port = await freePort();
const provider = await startProvider(`http://localhost:${port}/sign-in/oidc/return`);
afterAll(() => provider.close());
const product = useProduct({
  SIGNET_DEMO: "accounts",
  PORT: String(port),
  SIGNET_OIDC_ISSUER: provider.issuer,
  SIGNET_OIDC_CLIENT_ID: provider.clientId,
  SIGNET_OIDC_CLIENT_SECRET: provider.clientSecret,
});
const windows = useBrowser();

const wayIn = (page: Page) => page.getByRole("link", { name: "用盟统一身份认证登录" });
async function proveThere(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { name: "盟统一身份认证" }).waitFor();
  await page.getByLabel("用户名").fill(name);
  await page.getByRole("button", { name: "确认" }).click();
}

it("somebody links their identity, signs in by it to the page they wanted, and unlinks it", async () => {
  const page = await windows.open(product.address);
  await wayIn(page).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await signIn(page, "hall");
  await page.goto("/account");
  await page.getByRole("button", { name: "绑定" }).click();
  await page.getByRole("button", { name: "前往绑定" }).click();
  await proveThere(page, "nr-2041");
  await page.getByText("已绑定，可用盟统一身份认证登录").waitFor();
  expect(await faultsOf(page)).toEqual([]);

  const theirs = await windows.open(product.address);
  await theirs.goto("/cases?state=BREACHED");
  await wayIn(theirs).click();
  await proveThere(theirs, "nr-2041");
  await theirs.getByRole("navigation", { name: "主导航" }).waitFor();
  expect(new URL(theirs.url()).pathname + new URL(theirs.url()).search).toBe(
    "/cases?state=BREACHED",
  );

  await page.getByRole("button", { name: "解除绑定" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "解除绑定" }).click();
  await page.getByText("尚未绑定").waitFor();
});

it("somebody whom nobody has linked is told so, and what to do", async () => {
  const page = await windows.open(product.address);
  await wayIn(page).click();
  await proveThere(page, "stranger");
  await page.getByRole("alert").getByText("该统一身份没有绑定本系统的账号").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  // The password still works, and leads off this address.
  await signIn(page, "leader");
  await page.waitForURL((address) => address.pathname === "/");
});

it("an invited person joins by it and is in, without a password", async () => {
  const page = await windows.open(product.address);
  await signIn(page, "admin");
  await page.goto("/accounts");
  await page.getByRole("button", { name: "邀请人员" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("账号").fill("by.provider");
  await dialog.getByLabel("姓名").fill("新同事");
  await dialog.getByLabel("大厅管理员").check();
  await dialog.getByRole("button", { name: "邀请人员" }).click();
  const link = await dialog.getByLabel("邀请链接").inputValue();

  const theirs = await windows.open(product.address);
  await theirs.goto(link);
  await theirs.getByRole("button", { name: "用盟统一身份认证加入" }).waitFor();
  expect(await faultsOf(theirs)).toEqual([]);
  await theirs.getByRole("button", { name: "用盟统一身份认证加入" }).click();
  await proveThere(theirs, "new-2042");
  await theirs.getByRole("navigation", { name: "主导航" }).waitFor();
  await theirs.goto("/account");
  await theirs.getByText("这是您唯一的登录方式").waitFor();
  expect(await theirs.getByLabel("当前密码").count()).toBe(0);
});
