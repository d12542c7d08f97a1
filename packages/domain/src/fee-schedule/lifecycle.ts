import type { Lifecycle } from "../lifecycle.ts";

/** Where a fee schedule or a service commitment stands (七(二)); published ones are dated from, to. */
export const FeeScheduleState = {
  DRAFT: "DRAFT",
  SUBMITTED: "SUBMITTED",
  PUBLISHED: "PUBLISHED",
  SUPERSEDED: "SUPERSEDED",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type FeeScheduleState = (typeof FeeScheduleState)[keyof typeof FeeScheduleState];

/** What is done to a fee schedule or a commitment; `feeScheduleLifecycle` says from where to where. */
export const FeeScheduleAct = {
  SUBMIT: "SUBMIT",
  PUBLISH: "PUBLISH",
  SUPERSEDE: "SUPERSEDE",
  WITHDRAW: "WITHDRAW",
} as const;
export type FeeScheduleAct = (typeof FeeScheduleAct)[keyof typeof FeeScheduleAct];

/**
 * The life of what a vendor promises in public (七(二)): its fee schedule, its service commitment. An
 * open day without a published one is an unpublished day, whichever way the last one ended.
 * @example
 * ```ts
 * feeScheduleLifecycle.moves.PUBLISH; // → { from: ["SUBMITTED"], to: "PUBLISHED" }
 * ```
 */
export const feeScheduleLifecycle: Lifecycle<FeeScheduleState, FeeScheduleAct> = {
  initial: "DRAFT",
  moves: {
    SUBMIT: { from: ["DRAFT"], to: "SUBMITTED" },
    PUBLISH: { from: ["SUBMITTED"], to: "PUBLISHED" },
    SUPERSEDE: { from: ["PUBLISHED"], to: "SUPERSEDED" },
    WITHDRAW: { from: ["SUBMITTED", "PUBLISHED"], to: "WITHDRAWN" },
  },
};
