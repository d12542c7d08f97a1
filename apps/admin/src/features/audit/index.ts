import type { Feature } from "../../shared/feature.ts";

/** Every act of the system, for those who audit it, and whether its chain is sound. */
export const audit: Feature = {
  places: [
    {
      name: "audit",
      group: "oversight",
      mayEnter: ({ permissions }) => permissions.readAudit.allowed,
    },
  ],
  routes: [{ path: "/audit", name: "audit", component: () => import("./pages/AuditPage.vue") }],
};
