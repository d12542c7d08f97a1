import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";

import { ask } from "../../../api/test/journeys/product.ts";
import { faultsOf } from "../browser/inspect-page.ts";
import { settled } from "../browser/settled.ts";
import { signIn } from "../browser/sign-in.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { useProduct } from "../product/use-product.ts";

const looks = [1440, 1024, 390].flatMap((width) => [
  { dark: false, width },
  { dark: true, width },
]);

async function faultsInEveryLook(page: Page): Promise<readonly string[]> {
  await settled(page);
  const faults: string[] = [];
  for (const { dark, width } of looks) {
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    const name = `${dark ? "dark" : "light"} ${width}`;
    faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return faults;
}

describe("the audit", () => {
  const product = useProduct();
  const windows = useBrowser();
  let page: Page;
  const rows = () => page.getByRole("table", { name: "审计" }).getByRole("button");
  const verify = async (): Promise<void> => {
    await page.getByRole("button", { name: "立即核对" }).click();
    await page.getByText("已开始核对审计链").first().waitFor();
    await page.getByRole("button", { name: "立即核对" }).waitFor();
  };

  beforeAll(async () => {
    page = await windows.open(product.address);
    await signIn(page, "auditor");
    await page
      .getByRole("navigation", { name: "主导航" })
      .getByRole("link", { name: "审计" })
      .click();
    await page.getByRole("heading", { level: 1, name: "审计" }).waitFor();
  });

  it("shows the newest acts first, and the chain as not verified yet", async () => {
    await page.getByText("审计链尚未核对").waitFor();
    const row = page.getByRole("row").filter({ hasText: "赵静" });
    await row.filter({ hasText: "登录" }).first().waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it("verifies the chain on demand: sound, up to its last entry, anchored at the head of the start", async () => {
    await verify();
    const band = page.getByRole("region", { name: "审计链" });
    await band.getByText("审计链完好").waitFor();
    expect(await band.innerText()).toMatch(/与写出到数据库之外的链首一致至第 \d+ 条/);
    expect(await band.innerText()).toContain("由赵静核对");
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it("finds acts by their kind, and shows one field by field, digests as digests", async () => {
    await page
      .getByRole("combobox", { name: "操作", exact: true })
      .selectOption("installation.create-demo-accounts");
    await page.waitForURL(/act=installation.create-demo-accounts/);
    await expect.poll(() => rows().count()).toBe(1);
    await rows().first().click();
    const field = page.getByRole("row", { name: /displayName/ }).first();
    await field.waitFor();
    expect(await field.innerText()).toContain("摘要");
    expect(await page.getByRole("main").innerText()).not.toContain("argon2id");
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it("says so where nothing is found, and clears what was asked for", async () => {
    await page.getByRole("searchbox", { name: "内容", exact: true }).fill("这里没有的字");
    await page.getByRole("button", { name: "查找", exact: true }).click();
    await page.getByText("没有符合条件的记录").waitFor();
    await page.getByRole("button", { name: "清除条件" }).click();
    await expect.poll(() => rows().count()).toBeGreaterThan(5);
  });

  it("names the link at which somebody who rules the database changed the chain", async () => {
    await ask(product.folder, "update audit_entry set actor_id = 'nobody' where sequence = 4");
    await verify();
    const band = page.getByRole("region", { name: "审计链" });
    await band.getByText("审计链断开").waitFor();
    expect(await band.innerText()).toContain("第 4 条：检索列与内容不符");
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it("is in nobody else's menu, and closed to them", async () => {
    const other = await windows.open(product.address);
    await signIn(other, "hall");
    expect(await other.getByRole("link", { name: "审计" }).count()).toBe(0);
    await other.goto("/audit");
    await other.getByText("审计只向审计员和系统管理员开放。").waitFor();
    expect(await faultsInEveryLook(other)).toEqual([]);
  });
});
