import type { Feature } from "../../shared/feature.ts";

/** The calendar of the hall, and the dated values of the rules. */
export const calendar: Feature = {
  places: [{ name: "calendar", group: "rules" }],
  routes: [
    {
      path: "/calendar/:year(\\d{4})?",
      name: "calendar",
      component: () => import("./pages/CalendarPage.vue"),
      props: true,
    },
  ],
};
