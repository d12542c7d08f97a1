import { join } from "node:path";

import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, type TestContext } from "vitest";

import { watchComplaints } from "./complaints.ts";
import { watchTraffic } from "./settled.ts";

export interface Windows {
  /** A window of somebody's own: no cookie and no memory is shared with another. */
  open(address: string, look?: Look): Promise<Page>;
  /** Lets the test that runs go on over complaints of this kind, which it provokes. */
  tolerate(complaint: RegExp): void;
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  /** What is done to the window before it opens the product. */
  prepare?(context: BrowserContext): Promise<unknown>;
}

/** In the way of nobody: a step waits for the page at most so long. */
const longestWaitMs = 15_000;
const failures = join(import.meta.dirname, "../failures");

/**
 * The windows of a test file in the run's one browser. After each test a complaint of a page (an
 * error, a breach of the content policy) fails it, and a failed test leaves pictures of its windows
 * and prints what they say.
 */
export function useBrowser(): Windows {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  const tolerated: RegExp[] = [];

  beforeAll(async () => {
    const found = inject("browser");
    if ("absentBecause" in found) throw new Error(found.absentBecause);
    browser = await chromium.connect(found.endpoint);
  });

  afterEach(async ({ task }) => {
    const heard = complaints.splice(0);
    const known = tolerated.splice(0);
    if (task.result?.state === "fail") await takePictures(task, contexts);
    expect(heard.filter((one) => !known.some((pattern) => pattern.test(one)))).toEqual([]);
  });

  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser?.close();
  });

  return {
    open: async (address, { width = 1440, height = 900, prepare } = {}) => {
      if (!browser) throw new Error("A window is opened within a test");
      const context = await browser.newContext({
        baseURL: address,
        viewport: { width, height },
        colorScheme: "light",
        reducedMotion: "reduce",
        locale: "zh-CN",
        // The reader sits elsewhere; the centre's clocks are shown all the same.
        timezoneId: "Pacific/Chatham",
      });
      context.setDefaultTimeout(longestWaitMs);
      contexts.push(context);
      await prepare?.(context);
      const page = await context.newPage();
      watchTraffic(page);
      watchComplaints(page, (complaint) => complaints.push(complaint));
      await page.goto("/");
      return page;
    },
    tolerate: (complaint) => void tolerated.push(complaint),
  };
}

async function takePictures(
  { fullTestName }: TestContext["task"],
  contexts: readonly BrowserContext[],
): Promise<void> {
  const name = fullTestName.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 120);
  const pages = contexts.flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const said = await page.locator("[role=status], [role=alert]").allInnerTexts();
    process.stderr.write(`${page.url()}: ${said.filter(Boolean).join(" | ") || "nothing said"}\n`);
    await page.screenshot({ path: join(failures, `${name}-${index + 1}.png`), fullPage: true });
  }
}
