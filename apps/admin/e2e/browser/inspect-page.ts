import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type axe from "axe-core";
import type { CDPSession, Page } from "playwright-core";

const script = join(import.meta.dirname, "../node_modules/axe-core/axe.min.js");

/**
 * What a page does to those who cannot see it well, in words: every fault that axe calls serious or
 * critical, contrast included, and whether a reader has to scroll sideways.
 */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await loadAxe(page);
  const found = await page.evaluate(async () => {
    const { axe: inspector } = window as unknown as { axe: typeof axe };
    const { violations } = await inspector.run({ resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.any[0]?.message ?? ""}`),
      );
  });
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} of ${clientWidth}`] : [];
  });
  return [...found, ...wide];
}

/** Kept as long as their pages: the end of any session takes the page's virtual authenticators along. */
const sessions = new WeakMap<Page, CDPSession>();

/** Past the content policy, which rightly keeps such a script out of the page. */
async function loadAxe(page: Page): Promise<void> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  await session.send("Runtime.evaluate", { expression: await readFile(script, "utf8") });
}
