import { message, ruleErrorMessage } from "@signet/domain";

import { useWords } from "../../../shared/words.ts";
import type { TrialOutcome } from "./assess-trial.ts";

/** Says what is wrong with the field at a JSON Pointer, in the rules' own words. */
export function useFaults(outcome: () => TrialOutcome): (path: string) => string | undefined {
  const { locale } = useWords();
  return (path) => {
    const fault = outcome().faults.get(path);
    if (fault === undefined) return undefined;
    return fault === "UNRECOGNISED_TIME"
      ? message(fault, locale.value)
      : ruleErrorMessage(fault, locale.value);
  };
}
