import type { Board } from "./use-board.ts";
import { urgencyOf } from "./countdown.ts";

/** One figure at the head of the board, with the colour that says how bad it is. */
export interface BoardCount {
  readonly key: "open" | "soon" | "late" | "online";
  readonly value: number;
  readonly tone: string;
}

/** What is open, what is nearly late, what is late, and what is due online today. */
export function boardCounts(board: Board | null, sinceMs: number): BoardCount[] {
  const urgencies = (board?.onsite ?? [])
    .filter((item) => !item.openPause)
    .map((item) => urgencyOf((item.remainingMs ?? 0) - sinceMs, item.limitMs ?? 0));
  const soon = urgencies.filter((urgency) => urgency === "soon" || urgency === "sooner").length;
  const late = urgencies.filter((urgency) => urgency === "late").length;
  return [
    { key: "open", value: board?.onsiteOpen ?? 0, tone: "" },
    { key: "soon", value: soon, tone: soon > 0 ? "amber" : "" },
    { key: "late", value: late, tone: late > 0 ? "red" : "" },
    { key: "online", value: board?.onlineDue ?? 0, tone: "" },
  ];
}
