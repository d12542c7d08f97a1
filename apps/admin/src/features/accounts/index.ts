import type { Feature } from "../../shared/feature.ts";

/** People and their accounts: one's own, everybody's, and the page that an invitation leads to. */
export const accounts: Feature = {
  places: [
    {
      name: "accounts",
      group: "oversight",
      mayEnter: ({ permissions }) => permissions.manageAccounts.allowed,
    },
  ],
  routes: [
    { path: "/accounts", name: "accounts", component: () => import("./pages/AccountsPage.vue") },
    { path: "/sign-in", name: "arrival", component: () => import("./pages/ArrivalPage.vue") },
    { path: "/account", name: "ownAccount", component: () => import("./pages/OwnAccountPage.vue") },
    {
      path: "/join",
      name: "join",
      component: () => import("./pages/JoinPage.vue"),
      meta: { isPublic: true },
    },
  ],
};
