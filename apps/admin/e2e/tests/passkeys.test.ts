import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";

import { faultsOf } from "../browser/inspect-page.ts";
import { signIn } from "../browser/sign-in.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { addAuthenticator } from "../browser/virtual-authenticator.ts";
import { useProduct } from "../product/use-product.ts";

const product = useProduct({ SIGNET_DEMO: "accounts" });
const windows = useBrowser();

const panel = (page: Page) => page.getByRole("region", { name: "通行密钥" });
const isIn = (page: Page): Promise<void> =>
  page.getByRole("navigation", { name: "主导航" }).waitFor();

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto("/account");
  await panel(page).getByRole("button", { name: "添加通行密钥" }).click();
  await panel(page).getByLabel("名称").fill(name);
  await panel(page).getByRole("button", { name: "创建" }).click();
}
async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/");
  await page.getByRole("button", { name: "登录", exact: true }).waitFor();
}

it("somebody adds a passkey, signs in by it alone, and removes it", async () => {
  const page = await windows.open(product.address);
  const device = await addAuthenticator(page);
  await signIn(page, "leader");

  await device.setVerified(false);
  await addPasskey(page, "办公电脑");
  await page.getByText("已取消或等待超时").waitFor();
  expect(await panel(page).getByLabel("名称").inputValue()).toBe("办公电脑");
  expect(await faultsOf(page)).toEqual([]);

  await device.setVerified(true);
  await panel(page).getByRole("button", { name: "创建" }).click();
  await page.getByText("恢复码只显示这一次").waitFor();
  expect(await panel(page).getByRole("code").count()).toBe(10);
  await page.getByRole("button", { name: "我已保存" }).click();
  await panel(page).getByText("尚未使用").waitFor();
  expect(await device.count()).toBe(1);
  expect(await faultsOf(page)).toEqual([]);

  await signOut(page);
  await device.setVerified(false);
  await page.getByRole("button", { name: "用通行密钥登录" }).click();
  await page.getByText("已取消或等待超时").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await device.setVerified(true);
  await page.getByRole("button", { name: "用通行密钥登录" }).click();
  await isIn(page);

  await page.goto("/account");
  await panel(page).getByText("最近使用").waitFor();
  await panel(page).getByRole("button", { name: "移除 办公电脑" }).click();
  const dialog = page.getByRole("dialog", { name: "移除“办公电脑”" });
  await dialog.getByText("这是唯一的二次验证").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "移除" }).click();
  await panel(page).getByText("尚未添加").waitFor();

  await signOut(page);
  await page.getByRole("button", { name: "用通行密钥登录" }).click();
  await page.getByText("通行密钥未通过验证").waitFor();
});

it("a passkey is the second step after the password, and a recovery code stands in for it", async () => {
  const page = await windows.open(product.address);
  await addAuthenticator(page);
  await signIn(page, "auditor");
  await addPasskey(page, "审计用电脑");
  const code = await panel(page).getByRole("code").first().innerText();
  await page.getByRole("button", { name: "我已保存" }).click();
  await panel(page).getByText("审计用电脑").waitFor();

  const givePassword = async (): Promise<void> => {
    await signOut(page);
    await page.getByLabel("账号", { exact: true }).fill("auditor");
    await page.getByLabel("密码", { exact: true }).fill("signet-demo-2026");
    await page.getByRole("button", { name: "登录", exact: true }).click();
  };
  await givePassword();
  await page.getByRole("button", { name: "用通行密钥验证" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "用通行密钥验证" }).click();
  await isIn(page);

  await givePassword();
  await page.getByLabel("恢复码").fill(code);
  await page.getByRole("button", { name: "继续" }).click();
  await isIn(page);
});

it("a browser without passkeys is told so, and signs in as ever", async () => {
  const page = await windows.open(product.address, {
    prepare: (context) =>
      context.addInitScript(() => Reflect.deleteProperty(window, "PublicKeyCredential")),
  });
  await page.getByRole("button", { name: "登录", exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "用通行密钥登录" }).count()).toBe(0);
  await signIn(page, "hall");
  await page.goto("/account");
  await panel(page).getByRole("button", { name: "添加通行密钥" }).click();
  await panel(page).getByText("此浏览器或网址不支持通行密钥").waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

describe("where a second factor is required", () => {
  const strict = useProduct({ SIGNET_DEMO: "accounts", SIGNET_SECOND_FACTOR: "required" });

  it("a passkey is set up in the place of an application, and lets its holder in", async () => {
    const page = await windows.open(strict.address);
    await addAuthenticator(page);
    await page.getByLabel("账号", { exact: true }).fill("evaluator");
    await page.getByLabel("密码", { exact: true }).fill("signet-demo-2026");
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.getByText("您的角色须使用二次验证").waitFor();
    await page.getByAltText("供验证器应用扫描的二维码").waitFor();
    await page.getByRole("button", { name: "改用通行密钥" }).click();
    await page.getByLabel("名称").fill("考评用电脑");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "创建" }).click();
    await page.getByRole("button", { name: "我已保存" }).click();
    await isIn(page);
  });
});
