export { type ApiContext, loaderShelf } from "./api-context.ts";
export { compiledExecution } from "./compiled-execution.ts";
export { decodeCursor, encodeCursor, isInstant } from "./cursor.ts";
export { formatError, notAllowed, notSignedIn } from "./errors.ts";
export { Costs } from "./document-cost.ts";
export { examineDocument } from "./examine-document.ts";
export { hideSuggestions } from "./hide-suggestions.ts";
export { requireId } from "./id.ts";
export { OpenTo, OpenToAll } from "./open-to.ts";
export { outageStatus, outageStatuses } from "./outage-status.ts";
export { PageArgs, PageInfo, pageOf, readPage } from "./page.ts";
export { passIsoText } from "./pass-iso-text.ts";
export { Permission } from "./permission.ts";
export {
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  Problem,
  type ProblemCode,
  StepUpRequiredProblem,
} from "./problem.ts";
export { refuseSubscriptions } from "./refuse-subscriptions.ts";
export { requestedFields } from "./selection.ts";
export { stripTrivialResolvers } from "./strip-trivial-resolvers.ts";
export { badInput, validateArgument, validates } from "./validate.ts";
