import "./ui/tokens.css";
import "./ui/base.css";

import urql from "@urql/vue";
import { createApp } from "vue";

import App from "./app/App.vue";
import { graphqlClient } from "./app/graphql-client.ts";
import { i18n, loadWords } from "./shared/i18n.ts";
import { router } from "./app/router.ts";
import { applyTheme } from "./app/theme.ts";

applyTheme();
void loadWords().then(() =>
  createApp(App).use(i18n).use(urql, graphqlClient).use(router).mount("#app"),
);
