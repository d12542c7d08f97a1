import vueI18n from "@intlify/unplugin-vue-i18n/vite";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

import { compactDocuments } from "./compact-documents.ts";
import { precompress } from "./precompress.ts";
import { schemaModule } from "./schema-module.ts";

export default defineConfig({
  plugins: [
    vue(),
    schemaModule(),
    compactDocuments(),
    precompress(),
    // Messages are compiled here: a page may not evaluate code.
    vueI18n({ include: [`${import.meta.dirname}/src/locales/*.json`], dropMessageCompiler: true }),
  ],
  resolve: { conditions: ["signet-source", "module", "browser", "default"] },
  build: {
    target: ["chrome87", "safari14"],
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      "/graphql": "http://localhost:8080",
      "/events": "http://localhost:8080",
      "/forms": "http://localhost:8080",
      // The page has the same address: only what is sent goes to the API.
      "/imports": {
        target: "http://localhost:8080",
        bypass: ({ method, url }) => (method === "POST" ? undefined : url),
      },
    },
  },
});
