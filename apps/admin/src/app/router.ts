import { createRouter, createWebHistory } from "vue-router";

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
