// What Lighthouse says of the sign-in and the board: `node apps/admin/e2e/report/lighthouse.mjs`, with
// the Node that the launcher installs. Lighthouse itself is installed at the first run.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { launcher, start } from "../../../api/test/journeys/product.ts";
import { launchBrowser } from "../browser/launch-browser.ts";
import { signIn } from "../browser/sign-in.ts";

const here = join(import.meta.dirname, "..");
if (!existsSync(join(here, "node_modules/lighthouse"))) {
  const root = JSON.parse(readFileSync(join(here, "../../../package.json"), "utf8"));
  const { status } = spawnSync("npx", ["-y", root.packageManager, "install", "--frozen-lockfile"], {
    cwd: here,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error("Lighthouse cannot be installed");
}
const { default: lighthouse, desktopConfig } = await import("lighthouse");

const port = 9333;
const folder = await mkdtemp(join(tmpdir(), "signet-lighthouse-"));
const product = await start(folder, launcher);
const server = await launchBrowser([`--remote-debugging-port=${port}`]);
try {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  for (const [title, entered] of [
    ["sign-in", false],
    ["board", true],
  ]) {
    const context = browser.contexts()[0] ?? (await browser.newContext());
    if (entered) {
      const page = await context.newPage();
      await page.goto(product.address);
      await signIn(page, "hall");
      await page.close();
    }
    for (const [device, config] of [
      ["mobile", undefined],
      ["desktop", desktopConfig],
    ]) {
      const flags = { port, logLevel: "error", disableStorageReset: true };
      const { lhr } = await lighthouse(product.address, flags, config);
      const scores = Object.values(lhr.categories).map(
        ({ title: name, score }) => `${name} ${Math.round((score ?? 0) * 100)}`,
      );
      console.log(`${title}, ${device}: ${scores.join(", ")}`);
      for (const { auditRefs } of Object.values(lhr.categories))
        for (const { id, weight } of auditRefs) {
          const audit = lhr.audits[id];
          if (weight > 0 && audit.score !== null && audit.score < 0.9)
            console.log(`  ${audit.title} ${audit.displayValue ?? ""}`);
        }
    }
  }
  await browser.close();
} finally {
  await server.close();
  await product.interrupt();
  await rm(folder, { recursive: true, force: true });
}
