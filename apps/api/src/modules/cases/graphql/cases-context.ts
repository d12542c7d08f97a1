import type { ApiContext } from "../../../platform/graphql/index.ts";
import type { VainGuesses } from "../../../platform/budget/vain-guesses.ts";

/** The context of a request that may look for cases. */
export interface CasesContext extends ApiContext {
  /** Of identity numbers: a search answers whether there is one, which only revealing should tell. */
  readonly identityGuesses: VainGuesses;
}
