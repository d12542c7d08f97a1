import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["signet-source"] },
  ssr: { resolve: { conditions: ["signet-source"] } },
  test: {
    name: "e2e",
    include: ["tests/**/*.test.ts"],
    globalSetup: ["browser/global-setup.ts"],
    env: { TZ: "Pacific/Chatham" },
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000, interval: 100 } },
    // After the others, one file at a time: each runs a browser's windows, a product and its database.
    sequence: { groupOrder: 1 },
    maxWorkers: 1,
  },
});
