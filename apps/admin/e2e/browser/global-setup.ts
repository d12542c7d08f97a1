import type { BrowserServer } from "playwright-core";
import type { TestProject } from "vitest/node";

import { launchBrowser } from "./launch-browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the run's one browser is, or why there is none. */
    readonly browser: { readonly endpoint: string } | { readonly absentBecause: string };
  }
}

let browser: BrowserServer | undefined;

/** A machine without a browser fails the browser tests, and no others. */
export async function setup(project: TestProject): Promise<void> {
  try {
    browser = await launchBrowser();
    project.provide("browser", { endpoint: browser.wsEndpoint() });
  } catch (error) {
    project.provide("browser", { absentBecause: (error as Error).message });
  }
}

export const teardown = async (): Promise<void> => await browser?.close();
