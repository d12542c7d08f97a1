import type { Feature } from "../../shared/feature.ts";

/** The rules to try out: the rules package alone, in the browser, for everybody. */
export const rules: Feature = {
  places: [{ name: "rules", group: "rules" }],
  routes: [
    {
      path: "/rules",
      name: "rules",
      component: () => import("./pages/RulesPage.vue"),
      meta: { isPublic: true, keepsPlace: true },
    },
  ],
};
