import type { Feature } from "../../shared/feature.ts";

/** The machines of the banners, counties and cities, and the keys they were given. */
export const integrations: Feature = {
  places: [
    {
      name: "integrations",
      group: "rules",
      mayEnter: ({ permissions }) => permissions.manageIntegrations.allowed,
    },
  ],
  routes: [
    {
      path: "/integrations",
      name: "integrations",
      component: () => import("./pages/IntegrationsPage.vue"),
    },
  ],
};
