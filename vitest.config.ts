import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { projects: ["packages/*", "apps/*", "apps/admin/e2e", "packages/domain/packed"] },
});
