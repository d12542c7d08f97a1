import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "packed",
    include: ["tests/**/*.test.ts"],
    globalSetup: ["pack-once.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { TZ: "Pacific/Chatham" },
  },
});
