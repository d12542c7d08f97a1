import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    conditions: ["signet-source"],
    // Loaded once, or graphql refuses types of its other self.
    alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
  },
  ssr: { resolve: { conditions: ["signet-source"] } },
  test: {
    name: "api",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: ["test/postgres-server.ts"],
    setupFiles: ["reflect-metadata"],
    env: { TZ: "Pacific/Chatham" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
