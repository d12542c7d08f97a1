import type { Page } from "playwright-core";
import { expect, it } from "vitest";

import { signIn } from "../browser/sign-in.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { useProduct } from "../product/use-product.ts";

const product = useProduct();
const windows = useBrowser();

/** What the board's next question says of who asks: it is asked since somebody else did something. */
async function saidByItself(page: Page): Promise<string | null> {
  const asked = page.waitForRequest((request) => request.postData()?.includes('"Board"') ?? false);
  await signIn(await windows.open(product.address), "evaluator");
  return (await asked).headerValue("signet-automatic");
}

it("a page that nobody has touched for a minute says so of what it asks, but for the screen on the wall", async () => {
  const page = await windows.open(product.address, {
    prepare: (context) => context.clock.install(),
  });
  await signIn(page, "hall");
  await page.getByRole("heading", { name: "今日在办" }).waitFor();
  expect(await saidByItself(page)).toBeNull();
  await page.clock.fastForward(61_000);
  expect(await saidByItself(page)).toBe("1");
  await page.mouse.move(100, 100);
  expect(await saidByItself(page)).toBeNull();
  await page.goto("/wall");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.clock.fastForward(61_000);
  expect(await saidByItself(page)).toBeNull();
});
