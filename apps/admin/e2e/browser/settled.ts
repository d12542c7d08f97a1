import { setTimeout } from "node:timers/promises";

import type { Page, Request } from "playwright-core";

const quietMs = 100;
const longestMs = 15_000;

interface Traffic {
  readonly underWay: Set<Request>;
  changedAt: number;
}
const traffic = new WeakMap<Page, Traffic>();

/** Counts what a page asks for from here on; the live stream, which stays open, does not count. */
export function watchTraffic(page: Page): void {
  const seen: Traffic = { underWay: new Set(), changedAt: Date.now() };
  traffic.set(page, seen);
  page.on("request", (request) => {
    if (request.resourceType() === "eventsource") return;
    seen.underWay.add(request);
    seen.changedAt = Date.now();
  });
  const over = (request: Request): void => {
    if (seen.underWay.delete(request)) seen.changedAt = Date.now();
  };
  page.on("requestfinished", over);
  page.on("requestfailed", over);
}

/** Waits until a page has all that it asked for, and asks for nothing more. */
export async function settled(page: Page): Promise<void> {
  const seen = traffic.get(page);
  if (!seen) throw new Error("Nobody watched what this page asks for");
  const isQuiet = (): boolean => seen.underWay.size === 0 && Date.now() - seen.changedAt >= quietMs;
  const until = Date.now() + longestMs;
  while (!isQuiet()) {
    if (Date.now() > until) {
      const open = [...seen.underWay].map((request) => request.url());
      throw new Error(`${page.url()} does not settle: ${open.join(", ")}`);
    }
    await setTimeout(20);
  }
}
