import type { ClockState, MilestoneState } from "../vocabulary.ts";

/**
 * One milestone of the online clock (五(三)): with an instant it is met strictly before the deadline,
 * whenever it is looked at; without one, a cancellation before the deadline ends it.
 */
export function milestoneOf(
  at: number | null,
  cancelledAt: number | null,
  dueAt: number,
  asOf: number,
): MilestoneState {
  if (at !== null) return at < dueAt ? "MET" : "BREACHED";
  if (cancelledAt !== null) return cancelledAt < dueAt ? "CANCELLED" : "BREACHED";
  return asOf < dueAt ? "RUNNING" : "BREACHED";
}

/** The first of BREACHED, CANCELLED and RUNNING that either milestone is, else MET. */
export function overallState(completion: MilestoneState, mailing: MilestoneState): ClockState {
  if (completion === "BREACHED" || mailing === "BREACHED") return "BREACHED";
  if (completion === "CANCELLED" || mailing === "CANCELLED") return "CANCELLED";
  return completion === "RUNNING" || mailing === "RUNNING" ? "RUNNING" : "MET";
}
