import type { Feature } from "../../shared/feature.ts";

/** The quarter's forms. */
export const scorecards: Feature = {
  places: [{ name: "scorecards", group: "oversight" }],
  routes: [
    {
      path: "/scorecards/:quarter?",
      name: "scorecards",
      component: () => import("./pages/ScorecardsPage.vue"),
      props: true,
    },
  ],
};
