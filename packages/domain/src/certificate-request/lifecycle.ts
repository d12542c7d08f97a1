import type { Lifecycle } from "../lifecycle.ts";

/** Where a certificate request stands, from 四 to 五. */
export const RequestState = {
  DRAFT: "DRAFT",
  SUBMITTED: "SUBMITTED",
  UNDER_REVIEW: "UNDER_REVIEW",
  RETURNED: "RETURNED",
  ACCEPTED: "ACCEPTED",
  PRODUCING: "PRODUCING",
  PAUSED: "PAUSED",
  COMPLETED: "COMPLETED",
  HANDED_OVER: "HANDED_OVER",
  MAILED: "MAILED",
  DELIVERED: "DELIVERED",
  CLOSED: "CLOSED",
  REJECTED: "REJECTED",
  WITHDRAWN: "WITHDRAWN",
} as const;
export type RequestState = (typeof RequestState)[keyof typeof RequestState];

/** What is done to a certificate request; `requestLifecycle` says from where to where. */
export const RequestAct = {
  SUBMIT: "SUBMIT",
  REVIEW: "REVIEW",
  RETURN: "RETURN",
  RESUBMIT: "RESUBMIT",
  ACCEPT: "ACCEPT",
  AMEND: "AMEND",
  PRODUCE: "PRODUCE",
  PAUSE: "PAUSE",
  RESUME: "RESUME",
  COMPLETE: "COMPLETE",
  HAND_OVER: "HAND_OVER",
  MAIL: "MAIL",
  DELIVER: "DELIVER",
  CLOSE: "CLOSE",
  REJECT: "REJECT",
  WITHDRAW: "WITHDRAW",
} as const;
export type RequestAct = (typeof RequestAct)[keyof typeof RequestAct];

/**
 * The life of a certificate request (五). Submitting is the receipt of the materials, where the clock
 * starts. An amendment after the review began voids what was approved before. What hands nothing
 * over, such as a suspension, is closed once it is completed.
 * @example
 * ```ts
 * requestLifecycle.initial; // → "DRAFT"
 * requestLifecycle.moves.MAIL; // → { from: ["COMPLETED"], to: "MAILED" }
 * ```
 */
export const requestLifecycle: Lifecycle<RequestState, RequestAct> = {
  initial: "DRAFT",
  moves: {
    SUBMIT: { from: ["DRAFT"], to: "SUBMITTED" },
    REVIEW: { from: ["SUBMITTED"], to: "UNDER_REVIEW" },
    RETURN: { from: ["UNDER_REVIEW"], to: "RETURNED" },
    RESUBMIT: { from: ["RETURNED"], to: "UNDER_REVIEW" },
    ACCEPT: { from: ["UNDER_REVIEW"], to: "ACCEPTED" },
    AMEND: { from: ["UNDER_REVIEW", "ACCEPTED"], to: "UNDER_REVIEW" },
    PRODUCE: { from: ["ACCEPTED"], to: "PRODUCING" },
    PAUSE: { from: ["PRODUCING"], to: "PAUSED" },
    RESUME: { from: ["PAUSED"], to: "PRODUCING" },
    COMPLETE: { from: ["PRODUCING"], to: "COMPLETED" },
    HAND_OVER: { from: ["COMPLETED"], to: "HANDED_OVER" },
    MAIL: { from: ["COMPLETED"], to: "MAILED" },
    DELIVER: { from: ["HANDED_OVER", "MAILED"], to: "DELIVERED" },
    CLOSE: { from: ["COMPLETED", "HANDED_OVER", "DELIVERED"], to: "CLOSED" },
    REJECT: { from: ["SUBMITTED", "UNDER_REVIEW", "RETURNED"], to: "REJECTED" },
    WITHDRAW: {
      from: ["DRAFT", "SUBMITTED", "UNDER_REVIEW", "RETURNED", "ACCEPTED", "PRODUCING", "PAUSED"],
      to: "WITHDRAWN",
    },
  },
};
