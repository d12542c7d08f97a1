/** Who may import whom: the table of ARCHITECTURE.md, as errors. */
const forbid = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

export default {
  forbidden: [
    forbid("no-cycles", {}, { circular: true }, "Modules are acyclic."),
    forbid(
      "domain-is-pure",
      { path: "^packages/domain/src", pathNot: "(\\.test\\.ts|cli\\.ts)$" },
      { pathNot: "^packages/domain/src" },
      "The rules import nothing but themselves.",
    ),
    forbid(
      "domain-by-its-door",
      { path: "^apps" },
      { path: "^packages/domain/(src|dist)/(?!index\\.)" },
      "Applications use the rules through @signet/domain only.",
    ),
    forbid(
      "module-by-its-door",
      { path: "^apps/api/src/modules/([^/]+)/" },
      { path: "^apps/api/src/modules/(?!$1/)[^/]+/(?!index\\.ts$)" },
      "A module meets another at its index.ts.",
    ),
    forbid(
      "app-by-the-doors",
      { path: "^apps/api/src/app/" },
      { path: "^apps/api/src/modules/[^/]+/(?!index\\.ts$)" },
      "The composition root enters modules by their doors.",
    ),
    forbid(
      "persistence-stores",
      { path: "^apps/api/src/modules/[^/]+/persistence/" },
      {
        path: "(^apps/api/src/modules/[^/]+/(graphql|use-cases)/|^apps/api/src/platform/identity/|node_modules/(type-graphql|graphql|@apollo)/)",
      },
      "Persistence stores and never decides.",
    ),
    forbid(
      "use-cases-know-no-graphql",
      { path: "^apps/api/src/modules/[^/]+/use-cases/" },
      {
        path: "(^apps/api/src/modules/[^/]+/graphql/|node_modules/(type-graphql|graphql|@apollo)/)",
      },
      "A use case serves every door alike.",
    ),
    forbid(
      "platform-knows-no-feature",
      { path: "^apps/api/src/platform/" },
      { path: "^apps/api/src/(modules|app)/" },
      "Platform knows no feature.",
    ),
    forbid(
      "feature-alone",
      { path: "^apps/admin/src/features/([^/]+)/" },
      { path: "^apps/admin/src/(app/|features/(?!$1/))" },
      "A feature of the pages links to another by its route's name.",
    ),
    forbid(
      "shared-knows-no-feature",
      { path: "^apps/admin/src/(shared|ui)/" },
      { path: "^apps/admin/src/(app|features)/" },
      "What features share knows none of them.",
    ),
    forbid(
      "pages-know-the-contract-only",
      { path: "^apps/admin/(?!e2e/)" },
      { path: "^apps/api/" },
      "The contract is the only file of the API that the pages read.",
    ),
    forbid(
      "nobody-reads-scorecards",
      { path: "^apps/api/src/modules/(?!scorecards|tasks|disclosure|integrations)[^/]+/" },
      { path: "^apps/api/src/modules/scorecards/" },
      "Scorecards read the others.",
    ),
    forbid(
      "no-undeclared",
      {
        pathNot:
          "(\\.test\\.ts|vitest\\.config\\.ts)$|/test/|^apps/admin/e2e/|^packages/domain/(packed|bench)/",
      },
      { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"], pathNot: "^virtual:" },
    ),
    forbid(
      "resolvable",
      // Its packages are installed by the tests only.
      { pathNot: "^(apps/admin/e2e|packages/domain/(packed|bench))/" },
      { couldNotResolve: true, pathNot: "^virtual:" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules|/dist/" },
    exclude: { path: "(/dist/|/\\.mutants/|\\.generated\\.|apps/admin/src/graphql/)" },
    tsConfig: { fileName: "tsconfig.base.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["signet-source", "import", "types", "default"],
      extensions: [".ts", ".js", ".mjs", ".d.ts"],
    },
  },
};
