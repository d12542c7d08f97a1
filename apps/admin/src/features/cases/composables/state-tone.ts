import type { ClockState, MilestoneState } from "../../../graphql/graphql.ts";

/** Red is for late alone, green for in time; nothing else is coloured. */
export function stateTone(state: ClockState | MilestoneState): "red" | "green" | "" {
  if (state === "BREACHED") return "red";
  return state === "MET" ? "green" : "";
}
