import { expect, it } from "vitest";

import { faultsOf } from "../browser/inspect-page.ts";
import { signIn } from "../browser/sign-in.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { useProduct } from "../product/use-product.ts";

const product = useProduct({ SIGNET_DEMO: "accounts" });
const windows = useBrowser();

it("an administrator invites somebody, who sets a password and signs in", async () => {
  const page = await windows.open(product.address);
  await signIn(page, "admin");
  await page.goto("/accounts");
  await page.getByRole("button", { name: "邀请人员" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("账号").fill("new.colleague");
  await dialog.getByLabel("姓名").fill("新同事");
  await dialog.getByLabel("审计员").check();
  await dialog.getByLabel("中心管理员").check();
  await dialog.getByText("须由不同账号担任").waitFor();
  await dialog.getByLabel("审计员").uncheck();
  await dialog.getByLabel("中心管理员").uncheck();
  await dialog.getByLabel("大厅管理员").check();
  await dialog.getByRole("button", { name: "邀请人员" }).click();
  const link = await dialog.getByLabel("邀请链接").inputValue();
  expect(await faultsOf(page)).toEqual([]);

  const theirs = await windows.open(product.address);
  await theirs.goto(link);
  const password = theirs.getByLabel("新密码");
  await password.fill("short");
  await theirs.getByText("密码太短").waitFor();
  await password.fill("three small boats");
  await theirs.getByText("符合要求").waitFor();
  expect(await faultsOf(theirs)).toEqual([]);
  await theirs.getByRole("button", { name: "设置密码" }).click();
  await theirs.getByRole("button", { name: "去登录" }).click();
  await theirs.getByLabel("账号").fill("new.colleague");
  await theirs.getByLabel("密码").fill("three small boats");
  await theirs.getByRole("button", { name: "登录", exact: true }).click();
  await theirs.getByRole("heading", { level: 1, name: "今日" }).waitFor();
});

it("somebody sees their sessions and sets a second factor up", async () => {
  const page = await windows.open(product.address);
  await signIn(page, "leader");
  await page.goto("/account");
  await page.getByText("本机").waitFor();
  await page.getByRole("button", { name: "添加验证器应用" }).click();
  await page.getByAltText("供验证器应用扫描的二维码").waitFor();
  expect(await faultsOf(page)).toEqual([]);
});
