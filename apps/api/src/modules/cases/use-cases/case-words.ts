import {
  ApplicantKind,
  Channel,
  Delivery,
  label,
  type Labelled,
  PauseReason,
  RequestKind,
} from "@signet/domain";

/** The terms of the rules by the Chinese words that exports use for them. */
function wordsOf<Name extends keyof Labelled>(
  name: Name,
  terms: Readonly<Record<string, Labelled[Name]>>,
): ReadonlyMap<string, Labelled[Name]> {
  return new Map(Object.values(terms).map((term) => [label(name, term, "zh-CN"), term]));
}

export const kindWords = wordsOf("RequestKind", RequestKind);
export const applicantWords = wordsOf("ApplicantKind", ApplicantKind);
export const channelWords = wordsOf("Channel", Channel);
export const deliveryWords = wordsOf("Delivery", Delivery);
export const pauseWords = wordsOf("PauseReason", PauseReason);
