import type { Page } from "playwright-core";

/** What a page complains of: errors nobody caught, error lines of the console, breaches of its policy. */
export function watchComplaints(page: Page, hear: (complaint: string) => void): void {
  page.on("pageerror", (error) => hear(`uncaught: ${error.message}`));
  page.on("console", (line) => {
    // Breaches of the content policy are among them.
    if (line.type() === "error") hear(`console: ${line.text()} (${line.location().url})`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) hear(`answered ${response.status()}: ${response.url()}`);
  });
}
