import type { Feature } from "../../shared/feature.ts";

/** Cases: today's board, the list, and one case with its why. */
export const cases: Feature = {
  places: [
    { name: "today", group: "work", covers: ["wall"] },
    { name: "cases", group: "work", covers: ["case"] },
  ],
  routes: [
    {
      path: "/",
      name: "today",
      component: () => import("./pages/TodayPage.vue"),
      meta: { isFirst: true },
    },
    {
      path: "/wall",
      name: "wall",
      component: () => import("./pages/WallPage.vue"),
      meta: { bare: true, isFirst: true },
    },
    { path: "/cases", name: "cases", component: () => import("./pages/CasesPage.vue") },
    {
      path: "/cases/:id",
      name: "case",
      component: () => import("./pages/CasePage.vue"),
      props: true,
    },
  ],
};
