import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";

import { settled } from "../browser/settled.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { useProduct } from "../product/use-product.ts";

const product = useProduct({ SIGNET_DEMO: "off" });
const windows = useBrowser();
let page: Page;
const sent: string[] = [];

beforeAll(async () => {
  page = await windows.open(product.address, {
    prepare: (context) => context.grantPermissions(["clipboard-read", "clipboard-write"]),
  });
});

const verdictOf = (page: Page): Promise<string> => page.locator(".verdict strong").innerText();
const handle = (name: string): Locator => page.getByRole("slider", { name, exact: true });
const field = (name: string): Locator => page.getByRole("textbox", { name, exact: true });

describe("the rules to try out, without an account", () => {
  it("are one click from the sign-in page", async () => {
    await page.getByRole("link", { name: "规则演算（无需登录）" }).click();
    await page.getByRole("heading", { level: 1, name: "规则演算" }).waitFor();
    expect(await page.getByRole("button", { name: "登录", exact: true }).count()).toBe(0);
    await page.goto("/rules");
    await expect.poll(() => verdictOf(page)).toBe("按时办结");
    await settled(page);
    page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  });

  it("say another verdict when a key moves the completion past the limit", async () => {
    await handle("办结").focus();
    for (let times = 0; times < 5; times += 1) await page.keyboard.press("ArrowRight");
    expect(await field("办结").inputValue()).toBe("2026-07-01 09:30:00");
    expect(await verdictOf(page)).toBe("按时办结");
    await page.keyboard.press("Shift+ArrowRight");
    expect(await verdictOf(page)).toBe("超时 10 分");
    expect(await handle("办结").getAttribute("aria-valuetext")).toBe("2026年7月1日 9:40:00");
  });

  it("follow the hand that drags the receipt, and move nothing else", async () => {
    const box = await handle("接收资料").boundingBox();
    const [x, y] = [box!.x + box!.width / 2, box!.y + box!.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 6 });
    expect(await verdictOf(page)).not.toBe("超时 10 分");
    await page.mouse.up();
    const dragged = await field("接收资料").inputValue();
    expect(dragged > "2026-07-01 09:00:00" && dragged < "2026-07-01 09:40:00").toBe(true);
    expect(await field("办结").inputValue()).toBe("2026-07-01 09:40:00");
    await field("接收资料").fill("2026-07-01 09:00:00");
    expect(await verdictOf(page)).toBe("超时 10 分");
  });

  it("take a pause off, and say so in the trace", async () => {
    await page.getByRole("button", { name: "增加暂停" }).click();
    expect(await verdictOf(page)).toBe("超时 5 分");
    await handle("暂停 1 结束").focus();
    await page.keyboard.press("PageUp");
    expect(await verdictOf(page)).toBe("按时办结");
    const steps = page.getByRole("region", { name: "为什么" }).getByRole("listitem");
    expect(await steps.nth(1).innerText()).toContain("暂停：申请人补充材料");
    await page.getByLabel("已作废").check();
    expect(await verdictOf(page)).toBe("超时 10 分");
    await page.getByLabel("已作废").uncheck();
  });

  it("judge by another limit, mark it, and take it back", async () => {
    const limit = page.getByLabel("现场办理时限");
    await limit.fill("20");
    expect(await verdictOf(page)).toBe("超时 5 分");
    await page.getByText("与默认不同").waitFor();
    await page.getByRole("button", { name: /^恢复 30 分钟/ }).click();
    expect(await limit.inputValue()).toBe("30");
    await limit.fill("20");
  });

  it("give the very case to whoever opens its address", async () => {
    await page.getByRole("button", { name: "复制链接" }).click();
    await page.getByText("链接已复制").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(() => decodeURI(page.url())).toBe(decodeURI(link));
    const other = await windows.open(product.address);
    await other.goto(link);
    await expect.poll(() => verdictOf(other)).toBe("超时 5 分");
    expect(await other.getByLabel("现场办理时限").inputValue()).toBe("20");
    const trace = (page: Page): Promise<string> =>
      page.getByRole("region", { name: "为什么" }).innerText();
    expect(await trace(other)).toBe(await trace(page));
  });

  it("name the field that is at fault, and keep what was typed", async () => {
    await field("办结").fill("2026-07-01 08:00");
    await page.getByText("早于其开始").waitFor();
    await field("办结").fill("2026-07-01 九点半");
    await page.getByText("时间格式无法识别").waitFor();
    expect(await field("办结").inputValue()).toBe("2026-07-01 九点半");
    expect(await field("办结").getAttribute("aria-invalid")).toBe("true");
    await page.getByText("按现在的填写无法判断").waitFor();
  });

  it("show both readings of a Friday evening, each by its example", async () => {
    await page.getByRole("button", { name: /^周五傍晚：自然日/ }).click();
    expect(await verdictOf(page)).toBe("办结、寄出均逾期");
    const readings = page.getByRole("region", { name: "两种理解" });
    expect(await readings.innerText()).toContain("结论不同");
    await page.getByRole("combobox", { name: "2026年7月6日 星期一" }).selectOption("放假");
    expect(await readings.innerText()).toContain("2026年7月7日 24:00");
    await page.getByLabel("“第二天”的含义").selectOption("次日（工作日）");
    expect(await verdictOf(page)).toBe("按时办结并寄出");
  });

  it("ask the server for nothing all the while, and leave one entry in the history", async () => {
    await page.getByRole("button", { name: "重新开始" }).click();
    await expect.poll(() => page.url()).toContain("completed=2026-07-01T09:25:00");
    expect(sent).toEqual([]);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(4);
  });

  it("open on the default case for an address that is damaged, and say so", async () => {
    await page.goto("/rules?channel=onsite&received=2026-13-45&now=x&pause=%00");
    await page.getByText("这个地址不完整或有误").waitFor();
    expect(await verdictOf(page)).toBe("按时办结");
    await page.getByLabel("现场办理时限").fill("20");
    await expect.poll(() => page.getByText("这个地址不完整或有误").count()).toBe(0);
  });
});
