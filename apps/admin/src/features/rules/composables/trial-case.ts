import type { Channel, Delivery, LocalDate, ParameterKey, PauseReason } from "@signet/domain";

/** A pause as it was typed; `to` is empty while it is open. */
export interface TrialPause {
  readonly from: string;
  readonly to: string;
  readonly reason: PauseReason;
  readonly voided: boolean;
}

/** What an edit of the trial's calendar may make of a day. */
export type TrialDay = "DAY_OFF" | "MAKE_UP";

/** The instants of a trial that are typed, by the names that the rules give them. */
export const trialTimes = ["receivedAt", "completedAt", "mailedAt", "cancelledAt", "asOf"] as const;
export type TrialTime = (typeof trialTimes)[number];

/**
 * A made-up case as its fields hold it: local times at the centre as they were typed, empty where
 * nothing happened, and only those values of the policy and days of the calendar that differ.
 */
export interface TrialCase extends Readonly<Record<TrialTime, string>> {
  readonly channel: Channel;
  readonly delivery: Delivery;
  readonly pauses: readonly TrialPause[];
  readonly values: Readonly<Partial<Record<ParameterKey, string>>>;
  readonly days: Readonly<Record<LocalDate, TrialDay>>;
}

/** Where everybody begins: five minutes before the limit. */
export const firstTrial: TrialCase = {
  channel: "ONSITE",
  delivery: "MAIL",
  receivedAt: "2026-07-01 09:00:00",
  completedAt: "2026-07-01 09:25:00",
  mailedAt: "",
  cancelledAt: "",
  asOf: "2026-07-01 09:40:00",
  pauses: [],
  values: {},
  days: {},
};
