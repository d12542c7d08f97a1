import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["signet-source"] },
  ssr: { resolve: { conditions: ["signet-source"] } },
  test: {
    name: "admin",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    env: { TZ: "Pacific/Chatham" },
  },
});
