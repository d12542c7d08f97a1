// How smoothly the board runs with a thousand open cases: `node apps/admin/e2e/report/frames.mjs`,
// with the Node that the launcher installs, after `npm test` has brought the browser.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { chromium } from "playwright-core";

import { documentsFile } from "../../../api/test/journeys/documents.ts";
import { launcher, start } from "../../../api/test/journeys/product.ts";
import { launchBrowser } from "../browser/launch-browser.ts";
import { signIn } from "../browser/sign-in.ts";
import { busyClerk, clerkDocuments } from "./open-cases.ts";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "1000" },
    seconds: { type: "string", default: "10" },
  },
});
const seconds = Number(values.seconds);
const folder = await mkdtemp(join(tmpdir(), "signet-frames-"));
const product = await start(folder, launcher, {
  SIGNET_DEMO: "accounts",
  SIGNET_DOCUMENTS: await documentsFile(clerkDocuments),
});
const server = await launchBrowser();
try {
  const clerk = await busyClerk(product.address, "nmg");
  await clerk.accept(Number(values.cases));
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  await page.goto(product.address);
  await signIn(page, "hall");
  await page.getByText(/看板企业1有限公司/).waitFor();
  const shown = await page.locator("li.row").count();
  console.log(`${shown} cases on the board`);
  report("at rest", await watch(page, async () => {}));
  report("scrolling", await watch(page, () => scroll(page)));
  report(
    "while two cases a second arrive",
    await watch(page, async () => {
      for (let index = 0; index < 2 * seconds; index += 1) {
        await clerk.accept(1);
        await new Promise((resolve) => setTimeout(resolve, 450));
      }
    }),
  );
  await browser.close();
} finally {
  await server.close();
  await product.interrupt();
  await rm(folder, { recursive: true, force: true });
}

/** Frame times and long tasks of a page while something is done to it for some seconds. */
async function watch(page, work) {
  await page.evaluate(() => {
    const seen = { frames: [], tasks: [] };
    let last = performance.now();
    const tick = (now) => {
      seen.frames.push(now - last);
      last = now;
      seen.next = requestAnimationFrame(tick);
    };
    seen.next = requestAnimationFrame(tick);
    seen.observer = new PerformanceObserver((list) =>
      seen.tasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    seen.observer.observe({ type: "longtask" });
    window.seen = seen;
  });
  await Promise.all([work(), page.waitForTimeout(seconds * 1000)]);
  return page.evaluate(() => {
    const { seen } = window;
    cancelAnimationFrame(seen.next);
    seen.observer.disconnect();
    return { frames: seen.frames.slice(2), tasks: seen.tasks };
  });
}

async function scroll(page) {
  await page.mouse.move(600, 600);
  const end = Date.now() + seconds * 1000;
  for (let down = true; Date.now() < end;) {
    await page.mouse.wheel(0, down ? 240 : -240);
    await page.waitForTimeout(50);
    const { top, room } = await page.evaluate(() => ({
      top: scrollY,
      room: document.documentElement.scrollHeight - innerHeight,
    }));
    if (top >= room - 1) down = false;
    else if (top <= 0) down = true;
  }
}

function report(what, { frames, tasks }) {
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(1);
  const longest = tasks.length === 0 ? "none" : `longest ${Math.max(...tasks).toFixed(0)} ms`;
  console.log(
    `${what}: frames p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms; ${tasks.length} long tasks, ${longest}`,
  );
}
