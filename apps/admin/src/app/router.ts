import { createRouter, createWebHistory } from "vue-router";

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: "/", name: "today", component: () => import("../features/cases/pages/TodayPage.vue") },
    {
      path: "/cases",
      name: "cases",
      component: () => import("../features/cases/pages/CasesPage.vue"),
    },
    {
      path: "/cases/:id",
      name: "case",
      component: () => import("../features/cases/pages/CasePage.vue"),
      props: true,
    },
    {
      path: "/scorecards/:quarter?",
      name: "scorecards",
      component: () => import("../features/scorecards/pages/ScorecardsPage.vue"),
      props: true,
    },
    { path: "/:any(.*)*", name: "absent", component: () => import("./AbsentPage.vue") },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});
