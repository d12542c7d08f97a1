import type { Page } from "playwright-core";
import { expect, it } from "vitest";

import { signIn } from "../browser/sign-in.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { useProduct } from "../product/use-product.ts";

// What somebody might write to have it run: a complaint of the page, which any breach of its policy
// is, fails the test as well.
const mark = "document.documentElement.dataset.ran='yes'";
const texts = [
  `<script>${mark}</script>投诉`,
  `<img src=x onerror="${mark}">`,
  `"><svg onload=${mark}>`,
  `{{constructor.constructor("${mark}")()}}`,
  `javascript:${mark}`,
  '=HYPERLINK("http://x.invalid","投诉")',
];

const product = useProduct();
const windows = useBrowser();

const ran = (page: Page) => page.evaluate(() => document.documentElement.dataset["ran"] ?? "no");

it(
  "shows what people write as they wrote it, wherever it stands",
  { timeout: 120_000 },
  async () => {
    const clerk = await windows.open(product.address);
    await signIn(clerk, "xs");
    for (const [index, text] of texts.entries()) {
      await clerk.getByRole("button", { name: "受理办件" }).click();
      const form = clerk.getByRole("dialog", { name: "受理办件" });
      await form.getByLabel("受理编号").fill(`HOSTILE-${index}`);
      await form.getByLabel("申请主体").fill(text);
      await form.getByLabel(/^经办/).fill(text.slice(0, 40));
      await form.getByLabel(/统一社会信用代码/).fill("91110000802100433B");
      await form.getByRole("button", { name: "接收资料，开始计时" }).click();
      await clerk.getByText(`已受理 HOSTILE-${index}`).waitFor();
    }
    const manager = await windows.open(product.address);
    await signIn(manager, "hall");
    for (const [index, text] of texts.entries()) {
      await manager.getByRole("listitem").filter({ hasText: text }).waitFor();
      await manager.goto(`/cases?search=${encodeURIComponent(text.slice(0, 60))}`);
      const link = manager.getByRole("link", { name: `HOSTILE-${index}` });
      await link.waitFor();
      await link.click();
      await manager.getByText(text).first().waitFor();
      expect([await ran(clerk), await ran(manager)]).toEqual(["no", "no"]);
      await manager.goto("/");
    }
  },
);
