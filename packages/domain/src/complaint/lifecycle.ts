import type { Lifecycle } from "../lifecycle.ts";

/** Where a complaint about a vendor stands (annex, row 5). */
export const ComplaintState = {
  RECEIVED: "RECEIVED",
  ACCEPTED: "ACCEPTED",
  NOT_ACCEPTED: "NOT_ACCEPTED",
  INVESTIGATING: "INVESTIGATING",
  VERIFIED: "VERIFIED",
  NOT_VERIFIED: "NOT_VERIFIED",
  RECTIFYING: "RECTIFYING",
  CALLED_BACK: "CALLED_BACK",
  CLOSED: "CLOSED",
} as const;
export type ComplaintState = (typeof ComplaintState)[keyof typeof ComplaintState];

/** What is done to a complaint; `complaintLifecycle` says from where to where. */
export const ComplaintAct = {
  ACCEPT: "ACCEPT",
  DECLINE: "DECLINE",
  INVESTIGATE: "INVESTIGATE",
  VERIFY: "VERIFY",
  REFUTE: "REFUTE",
  RECTIFY: "RECTIFY",
  CALL_BACK: "CALL_BACK",
  CLOSE: "CLOSE",
  REOPEN: "REOPEN",
} as const;
export type ComplaintAct = (typeof ComplaintAct)[keyof typeof ComplaintAct];

/** The closed list of reasons for which a complaint is not accepted. */
export const DeclineReason = {
  DUPLICATE: "DUPLICATE",
  WRONG_PARTY: "WRONG_PARTY",
  MALICIOUS: "MALICIOUS",
  OUT_OF_SCOPE: "OUT_OF_SCOPE",
} as const;
export type DeclineReason = (typeof DeclineReason)[keyof typeof DeclineReason];

/**
 * The life of a complaint: who complained is called back whatever was found, unless it was declined.
 * @example
 * ```ts
 * complaintLifecycle.moves.REOPEN; // → { from: ["CLOSED"], to: "INVESTIGATING" }
 * ```
 */
export const complaintLifecycle: Lifecycle<ComplaintState, ComplaintAct> = {
  initial: "RECEIVED",
  moves: {
    ACCEPT: { from: ["RECEIVED"], to: "ACCEPTED" },
    DECLINE: { from: ["RECEIVED"], to: "NOT_ACCEPTED" },
    INVESTIGATE: { from: ["ACCEPTED"], to: "INVESTIGATING" },
    VERIFY: { from: ["INVESTIGATING"], to: "VERIFIED" },
    REFUTE: { from: ["INVESTIGATING"], to: "NOT_VERIFIED" },
    RECTIFY: { from: ["VERIFIED"], to: "RECTIFYING" },
    CALL_BACK: { from: ["RECTIFYING", "NOT_VERIFIED"], to: "CALLED_BACK" },
    CLOSE: { from: ["NOT_ACCEPTED", "CALLED_BACK"], to: "CLOSED" },
    REOPEN: { from: ["CLOSED"], to: "INVESTIGATING" },
  },
};

/**
 * A complaint is reopened at most once.
 * @example
 * ```ts
 * MOST_REOPENINGS; // → 1
 * ```
 */
export const MOST_REOPENINGS = 1;
