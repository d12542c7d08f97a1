import type { Feature } from "../../shared/feature.ts";

/** The quarter's forms: reviewed, sent, frozen, and compared. */
export const scorecards: Feature = {
  places: [
    {
      name: "scorecards",
      group: "oversight",
      covers: ["scorecards-compared"],
      mayEnter: ({ permissions }) => permissions.seeScorecards.allowed,
    },
  ],
  routes: [
    {
      path: "/scorecards/compared",
      name: "scorecards-compared",
      component: () => import("./pages/ComparedPage.vue"),
    },
    {
      path: "/scorecards/:quarter?",
      name: "scorecards",
      component: () => import("./pages/ScorecardsPage.vue"),
      props: true,
      meta: { keepsPlace: true },
    },
  ],
};
