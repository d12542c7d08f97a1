import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";

import { faultsOf } from "../browser/inspect-page.ts";
import { signIn } from "../browser/sign-in.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { useProduct } from "../product/use-product.ts";

const product = useProduct();
const windows = useBrowser();
let page: Page;

beforeAll(async () => {
  page = await windows.open(product.address);
  await signIn(page, "nmg");
});

/** What a reader who presses keys stands on, as a screen reader names it. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    return element?.getAttribute("aria-label") ?? element?.innerText ?? "";
  });
const isFocusInDialog = (): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest("dialog[open]") != null);

async function press(key: string, times = 1): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
}

describe("a reader without a mouse", () => {
  it("skips past the menu to the page with the first key press", async () => {
    await page.goto("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await press("Tab");
    expect(await focused()).toBe("跳到正文");
    const box = await page.getByRole("link", { name: "跳到正文" }).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    await press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  });

  it("sees where the focus is at each of the first forty stops", async () => {
    await page.goto("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    const unseen: string[] = [];
    for (let stop = 0; stop < 40; stop += 1) {
      await press("Tab");
      const mark = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const isMarked = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
        return isMarked || element === document.body ? null : element.outerHTML.slice(0, 120);
      });
      if (mark !== null) unseen.push(mark);
    }
    expect(unseen).toEqual([]);
  });

  it("goes to a place by Ctrl K, arrows and Enter", async () => {
    await page.goto("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await press("Control+k");
    const choices = page.getByRole("option");
    await expect.poll(() => choices.count()).toBeGreaterThan(1);
    const chosen = page.getByRole("option", { selected: true });
    const first = await chosen.innerText();
    expect(await faultsOf(page)).toEqual([]);
    await press("ArrowDown");
    await expect.poll(() => chosen.innerText()).not.toBe(first);
    await press("ArrowUp");
    await expect.poll(() => chosen.innerText()).toBe(first);
    await press("ArrowDown");
    const place = await chosen.innerText();
    await press("Enter");
    await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
    await expect.poll(() => page.getByRole("heading", { level: 1 }).innerText()).toContain(place);
  });

  it("finds cases by what is typed after Ctrl K", async () => {
    await page.goto("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await press("Control+k");
    await page.keyboard.type("NMG20263900");
    await press("Enter");
    await expect.poll(() => page.url()).toMatch(/\/cases\?search=NMG20263900$/);
  });

  it("stays within an open form, and returns to where it was opened", async () => {
    await page.goto("/");
    const opener = page.getByRole("button", { name: "受理办件" });
    await opener.focus();
    await press("Enter");
    await expect.poll(isFocusInDialog).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    const controls = await page.locator("dialog[open] :is(input, select, button)").count();
    for (let stop = 0; stop <= controls; stop += 1) {
      await press("Tab");
      // Past the last control a browser may offer its own window, but never the page behind.
      const behind = await page.evaluate(
        () =>
          document.activeElement !== document.body &&
          document.activeElement?.closest("dialog[open]") === null,
      );
      expect(behind).toBe(false);
    }
    await press("Escape");
    await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
    await expect.poll(focused).toBe("受理办件");
  });

  it("reads a clause and comes back to the step that cites it", async () => {
    await page.goto("/cases?state=BREACHED");
    await page.getByRole("main").getByRole("table").getByRole("link").first().click();
    const chip = page.getByRole("button", { name: /查看条文/ }).first();
    await chip.focus();
    const cited = await focused();
    await press("Enter");
    await expect.poll(isFocusInDialog).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await press("Escape");
    await expect.poll(focused).toBe(cited);
  });
});
