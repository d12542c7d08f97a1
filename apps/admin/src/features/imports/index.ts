import type { Feature } from "../../shared/feature.ts";

/** Bringing files of service records in: what came, and one file with its dry run. */
export const imports: Feature = {
  places: [
    {
      name: "imports",
      group: "work",
      covers: ["import"],
      mayEnter: ({ permissions }) => permissions.seeImports.allowed,
    },
  ],
  routes: [
    { path: "/imports", name: "imports", component: () => import("./pages/ImportsPage.vue") },
    {
      path: "/imports/:batchId",
      name: "import",
      component: () => import("./pages/ImportPage.vue"),
      props: true,
    },
  ],
};
