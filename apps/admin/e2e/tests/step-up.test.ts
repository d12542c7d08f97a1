import { expect, it } from "vitest";

import { ask } from "../../../api/test/journeys/product.ts";
import { faultsOf } from "../browser/inspect-page.ts";
import { signIn } from "../browser/sign-in.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { addAuthenticator } from "../browser/virtual-authenticator.ts";
import { useProduct } from "../product/use-product.ts";

const product = useProduct();
const windows = useBrowser();

/** Nobody has proved for a while who they are. */
const age = (): Promise<object[]> =>
  ask(product.folder, "update session set confirmed_at = confirmed_at - interval '11 minutes'");

it("an identity number is shown once whoever asks has given the password again, and what was typed stays", async () => {
  const page = await windows.open(product.address);
  await signIn(page, "hall");
  await page.goto("/cases?state=BREACHED");
  await page.getByRole("main").getByRole("link").first().click();
  await page.getByRole("button", { name: "显示完整号码" }).click();
  const form = page.getByRole("dialog", { name: "显示完整号码" });
  await form.getByLabel("用途").selectOption("OTHER");
  await form.getByRole("textbox", { name: "说明" }).fill("核对来函");
  await age();

  await form.getByRole("button", { name: "显示", exact: true }).click();
  const again = page.getByRole("dialog", { name: "确认是您本人" });
  await again.getByLabel("密码").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await again.getByRole("button", { name: "取消" }).click();
  await form.getByText("请先确认是您本人").waitFor();
  expect(await form.getByRole("textbox", { name: "说明" }).inputValue()).toBe("核对来函");

  await form.getByRole("button", { name: "显示", exact: true }).click();
  await again.getByLabel("密码").fill("wrong");
  await again.getByRole("button", { name: "确认并继续" }).click();
  await again.getByText("密码错误").waitFor();
  await again.getByLabel("密码").fill("signet-demo-2026");
  await again.getByRole("button", { name: "确认并继续" }).click();
  await page.getByRole("button", { name: /^隐藏（/ }).waitFor();
  const revealed = await ask<{ count: number }>(
    product.folder,
    "select count(*)::int as count from audit_entry where act = 'case.reveal-identity'",
  );
  expect(revealed).toEqual([{ count: 1 }]);

  await page.getByRole("button", { name: /^隐藏（/ }).click();
  await page.getByRole("button", { name: "显示完整号码" }).click();
  // For a while nobody is asked again.
  await form.getByRole("textbox", { name: "说明" }).fill("再次核对来函");
  await form.getByRole("button", { name: "显示", exact: true }).click();
  await page.getByRole("button", { name: /^隐藏（/ }).waitFor();
});

it("an invitation goes out once whoever sends it has shown a passkey, with what was typed", async () => {
  const page = await windows.open(product.address);
  await addAuthenticator(page);
  await signIn(page, "admin");
  await page.goto("/account");
  const panel = page.getByRole("region", { name: "通行密钥" });
  await age();
  await panel.getByRole("button", { name: "添加通行密钥" }).click();
  await panel.getByLabel("名称").fill("管理员电脑");
  await panel.getByRole("button", { name: "创建" }).click();
  const again = page.getByRole("dialog", { name: "确认是您本人" });
  // Before there is a passkey, none is offered.
  await again.getByLabel("密码").fill("signet-demo-2026");
  expect(await again.getByRole("button", { name: "用通行密钥确认" }).count()).toBe(0);
  await again.getByRole("button", { name: "确认并继续" }).click();
  await page.getByRole("button", { name: "我已保存" }).click();
  await panel.getByText("管理员电脑").waitFor();

  await page.goto("/accounts");
  await page.getByRole("button", { name: "邀请人员" }).click();
  const form = page.getByRole("dialog", { name: "邀请人员" });
  await form.getByLabel("账号").fill("typed.once");
  await form.getByLabel("姓名").fill("只填一次");
  await form.getByLabel("大厅管理员").check();
  await age();
  await form.getByRole("button", { name: "邀请人员" }).click();
  await again.getByRole("button", { name: "用通行密钥确认" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await again.getByRole("button", { name: "用通行密钥确认" }).click();
  const sent = page.getByRole("dialog").filter({ hasText: "只填一次" });
  await sent.getByLabel("邀请链接").waitFor();
  expect(await again.count()).toBe(0);
});
