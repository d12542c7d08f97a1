import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";

import { faultsOf } from "../browser/inspect-page.ts";
import { settled } from "../browser/settled.ts";
import { signIn } from "../browser/sign-in.ts";
import { useBrowser } from "../browser/use-browser.ts";
import { addressesOf } from "../product/addresses.ts";
import { useProduct } from "../product/use-product.ts";

/** Those who see most: each of them everything that somebody sees. */
const readers = ["hall", "evaluator", "nmg", "admin"];
const absent = "00000000-0000-7000-8000-000000000000";

const idIn = (address: string | null): string => address?.split("/").at(-1) ?? absent;

const looks = [
  { dark: false, width: 1440, height: 900 },
  { dark: true, width: 1440, height: 900 },
  { dark: true, width: 390, height: 844 },
  { dark: false, width: 390, height: 844 },
];

/** The faults of the page that stands open, in every look. */
async function faultsInEveryLook(page: Page): Promise<readonly string[]> {
  await settled(page);
  const faults: string[] = [];
  for (const { dark, ...size } of looks) {
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
    await page.setViewportSize(size);
    const name = `${dark ? "dark" : "light"} ${size.width}`;
    faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
  }
  return faults;
}

describe.each([
  { stage: "with a quarter and a day's cases", demo: "on" },
  { stage: "on the first day", demo: "accounts" },
])("every page $stage", ({ demo }) => {
  const product = useProduct({ SIGNET_DEMO: demo });
  const windows = useBrowser();

  it("lets everybody sign in", async () => {
    const page = await windows.open(product.address);
    await page.getByRole("button", { name: "登录", exact: true }).waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it.each([
    "/rules",
    "/rules?channel=online&received=2026-07-03T18:00:00&now=2026-07-06T18:00:00&onlineNextDay=WORKDAY",
    "/rules?channel=onsite&received=2026-07-01T09:00:00&completed=2026-07-01T08:00:00&now=2026-07-01T10:00:00&pause=2026-07-01T09:05:00~~PLATFORM_OUTAGE",
  ])("lets everybody try the rules at %s", async (address) => {
    const page = await windows.open(product.address);
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  describe.each(readers)("as %s", (reader) => {
    let page: Page;
    const known = { id: absent, batchId: absent };
    beforeAll(async () => {
      page = await windows.open(product.address);
      await signIn(page, reader);
      if (demo === "accounts") return;
      await page.goto("/cases?state=BREACHED");
      const link = page.getByRole("main").getByRole("link").first();
      known.id = idIn(await link.getAttribute("href"));
      if (reader !== "hall" && reader !== "admin") return;
      await page.goto("/imports");
      const file = page.getByRole("table").getByRole("link").first();
      known.batchId = idIn(await file.getAttribute("href"));
    });

    const fillings = { id: "{id}", batchId: "{batchId}", quarter: "2026Q3", year: "2025" };
    it.each(addressesOf(fillings))("%s", async (address) => {
      await page.goto(address.replace("{id}", known.id).replace("{batchId}", known.batchId));
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await faultsInEveryLook(page)).toEqual([]);
    });
  });
});
