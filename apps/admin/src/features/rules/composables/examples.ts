import type { ClauseId } from "@signet/domain";

import { firstTrial, type TrialCase } from "./trial-case.ts";
import { clauseOfChannel } from "./trial-policy.ts";

/** A case to begin from, and the clause it shows; its words are `rules.example.<name>`. */
export interface Example {
  readonly name: string;
  readonly clause: ClauseId;
  readonly trial: TrialCase;
}

const example = (name: string, differs: Partial<TrialCase>): Example => {
  const trial = { ...firstTrial, ...differs };
  return { name, clause: clauseOfChannel[trial.channel], trial };
};

const onlineDay = {
  channel: "ONLINE",
  completedAt: "2026-07-02 10:00:00",
  mailedAt: "2026-07-02 16:00:00",
  asOf: "2026-07-02 18:00:00",
} as const;
const friday = {
  channel: "ONLINE",
  receivedAt: "2026-07-03 18:00:00",
  completedAt: "2026-07-06 09:30:00",
  mailedAt: "2026-07-06 16:00:00",
  asOf: "2026-07-06 18:00:00",
} as const;
const lunch = {
  receivedAt: "2026-07-01 11:50:00",
  completedAt: "2026-07-01 14:40:00",
  asOf: "2026-07-01 15:00:00",
} as const;

/** The edges of both clocks, in the order of the clauses. */
export const examples: readonly Example[] = [
  example("exact", { completedAt: "2026-07-01 09:30:00" }),
  example("millisecond", { completedAt: "2026-07-01 09:30:00.001" }),
  example("clipped", {
    completedAt: "2026-07-01 09:38:00",
    pauses: [
      {
        from: "2026-07-01 08:50:00",
        to: "2026-07-01 09:10:00",
        reason: "APPLICANT_MATERIALS",
        voided: false,
      },
    ],
  }),
  example("lunchWall", lunch),
  example("lunchBusiness", { ...lunch, values: { onsiteCounting: "BUSINESS" } }),
  example("beforeCutoff", { ...onlineDay, receivedAt: "2026-07-01 17:29:59.999" }),
  example("atCutoff", { ...onlineDay, receivedAt: "2026-07-01 17:30:00" }),
  example("fridayCalendar", friday),
  example("fridayWorkday", { ...friday, values: { onlineNextDay: "WORKDAY" } }),
];
