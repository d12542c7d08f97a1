export { Scorecard } from "./persistence/scorecard.entity.ts";
export { exportScorecard } from "./use-cases/export-scorecard.ts";
export { proposeScorecards } from "./use-cases/propose-scorecards.ts";
export { listScorecards } from "./use-cases/list-scorecards.ts";
export { hasSettledScorecard } from "./use-cases/has-settled-scorecard.ts";
export { ProposeScorecardsResolver } from "./graphql/propose-scorecards.resolver.ts";
export { ScorecardResolver } from "./graphql/scorecard.resolver.ts";
export { RuleReachFormsResolver } from "./graphql/rule-reach-forms.resolver.ts";
