import type { ApiContext } from "../../../platform/graphql/index.ts";
import type { ImportWork } from "../use-cases/import-work.ts";

/** The context of a request that may start long work. */
export interface ImportContext extends ApiContext {
  readonly imports: ImportWork;
}
