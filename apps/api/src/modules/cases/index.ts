export { CaseErasure } from "./persistence/case-erasure.entity.ts";
export { CasePause } from "./persistence/case-pause.entity.ts";
export { ImportBatch } from "./persistence/import-batch.entity.ts";
export { ImportColumnMap } from "./persistence/import-column-map.entity.ts";
export { ImportLine } from "./persistence/import-line.entity.ts";
export { RevealGrant } from "./persistence/reveal-grant.entity.ts";
export { sealedCaseColumns } from "./persistence/sealed-case-columns.ts";
export { ServiceCase } from "./persistence/service-case.entity.ts";
export {
  noCases,
  type QuarterCaseFacts,
  readQuarterFacts,
} from "./persistence/quarter-facts.view.ts";
export { foreignCases } from "./persistence/foreign-cases.view.ts";
export { wasUndoneSince } from "./persistence/undone-imports.view.ts";
export { expireReveals } from "./use-cases/expire-reveals.ts";
export { expireImports } from "./use-cases/expire-imports.ts";
export { type ChosenHeadings, importFields } from "./use-cases/import-columns.ts";
export { ImportWork } from "./use-cases/import-work.ts";
export { openImport, type OpenProblem } from "./use-cases/open-import.ts";
export { cancelImport } from "./use-cases/cancel-import.ts";
export { commitImport } from "./use-cases/commit-import.ts";
export { explainCase, verdictOf, wordsOf } from "./use-cases/explain-case.ts";
export { type ImportReport, reportImport } from "./use-cases/report-import.ts";
export type { ImportProgress } from "./use-cases/long-work.ts";
export { stageImport } from "./use-cases/stage-import.ts";
export { undoImport } from "./use-cases/undo-import.ts";
export { ImportActResolver } from "./graphql/import-act.resolver.ts";
export type { ImportContext } from "./graphql/import-context.ts";
export { ImportResolver } from "./graphql/import.resolver.ts";
export { CaseExplanationResolver } from "./graphql/case-explanation.resolver.ts";
export { CaseErasureResolver } from "./graphql/case-erasure.resolver.ts";
export { BoardResolver } from "./graphql/board.resolver.ts";
export { CaseActResolver } from "./graphql/case-act.resolver.ts";
export { CasePermissionsResolver } from "./graphql/case-permissions.resolver.ts";
export { LateCasesResolver } from "./graphql/late-cases.resolver.ts";
export { PersonalDataResolver } from "./graphql/personal-data.resolver.ts";
export type { CasesContext } from "./graphql/cases-context.ts";
export { CaseResolver } from "./graphql/case.resolver.ts";
export { RuleReachResolver } from "./graphql/rule-reach.resolver.ts";
export type { ImportedRecord } from "./use-cases/case-record.ts";
export { recordCases } from "./use-cases/record-cases.ts";
export { countPlainApplicants, sealApplicants } from "./use-cases/seal-applicants.ts";
export { settleCases } from "./use-cases/settle-cases.ts";
