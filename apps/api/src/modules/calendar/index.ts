export { CalendarVersion } from "./persistence/calendar-version.entity.ts";
export { PolicyVersion } from "./persistence/policy-version.entity.ts";
export { loadRuleBook, RuleBook } from "./use-cases/rule-book.ts";
export { QuarterResolver } from "./graphql/quarter.resolver.ts";
