export { type ApiContext, loaderShelf } from "./api-context.ts";
export { decodeCursor, encodeCursor } from "./cursor.ts";
export { formatError, notSignedIn } from "./errors.ts";
export { requireId } from "./id.ts";
export { largestPage, PageArgs, PageInfo } from "./page.ts";
export { Permission } from "./permission.ts";
export {
  IdempotencyKeyReusedProblem,
  NotAllowedProblem,
  Problem,
  type ProblemCode,
} from "./problem.ts";
export { requestedFields } from "./selection.ts";
export { stripTrivialResolvers } from "./strip-trivial-resolvers.ts";
export { badInput, validateArgument, validates } from "./validate.ts";
