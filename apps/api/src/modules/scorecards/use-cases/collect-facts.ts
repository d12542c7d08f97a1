import type { EntityManager } from "@mikro-orm/postgresql";
import {
  type CellEvidence,
  defaultPolicy,
  type PolicyParameters,
  type ScorecardFacts,
} from "@signet/domain";

import { noCases, type QuarterCaseFacts } from "../../cases/index.ts";
import { countOpenChannels } from "../../vendors/index.ts";

/** What a vendor's form rests on: the facts of the rows that have evidence, and more for their words. */
export interface CollectedFacts {
  readonly facts: ScorecardFacts;
  readonly evidence: CellEvidence;
}

/**
 * Gathers the facts of the rows whose evidence the product holds: the online channel (4), on-site
 * (8) and online (9) cases. A row without an entry is not assessed, never passed.
 */
export async function collectFacts(
  em: EntityManager,
  vendorId: string,
  period: { readonly from: string; readonly to: string },
  { channelThreshold }: PolicyParameters,
  cases: QuarterCaseFacts = noCases,
): Promise<CollectedFacts> {
  const channels = await countOpenChannels(em, vendorId, period);
  const { onsite, online } = cases;
  return {
    facts: {
      4: { channels, probes: 0, successes: 0, cases: online.cases, ...threshold(channelThreshold) },
      8: { assessable: onsite.assessable, breached: onsite.breached },
      9: { assessable: online.assessable, breached: online.breached },
    },
    evidence: {
      ...(onsite.longestMs === null ? {} : { longestMs: onsite.longestMs }),
      completionBreached: online.completionBreached,
      mailingBreached: online.mailingBreached,
    },
  };
}

/** Stated where it is not the default, so that the facts by themselves give the answer again. */
const threshold = (value: number): { readonly threshold?: number } =>
  value === defaultPolicy.parameters.channelThreshold ? {} : { threshold: value };
