import { nextTick } from "vue";
import { createRouter, createWebHistory } from "vue-router";

import { i18n, loadLaterWords } from "../shared/i18n.ts";
import { features } from "./features.ts";

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...features.flatMap(({ routes }) => routes),
    { path: "/:any(.*)*", name: "absent", component: () => import("./AbsentPage.vue") },
  ],
  // A page that writes its state into its address does not move under its reader.
  scrollBehavior: (to, from, saved) =>
    saved ?? (to.meta.keepsPlace === true && to.name === from.name ? false : { top: 0 }),
});

/** The board stands before the words of other pages have come. */
router.beforeEach(({ meta }) => (meta.isFirst === true ? undefined : loadLaterWords()));

/** Another page says which it is, and is where its reader goes on from. */
router.afterEach(async ({ name }, from) => {
  if (name === from.name) return;
  const { t, te } = i18n.global;
  const key = `nav.${String(name)}`;
  document.title = te(key) ? `${t(key)} · Signet` : "Signet";
  if (from.name === undefined) return;
  await nextTick();
  document.getElementById("content")?.focus({ preventScroll: true });
});
