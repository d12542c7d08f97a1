import { createRouter, createWebHistory } from "vue-router";

import { features } from "./features.ts";

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...features.flatMap(({ routes }) => routes),
    { path: "/:any(.*)*", name: "absent", component: () => import("./AbsentPage.vue") },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});
