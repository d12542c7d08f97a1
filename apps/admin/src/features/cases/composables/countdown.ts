import { defaultPolicy } from "@signet/domain";

const minute = 60_000;

/** The whole of the bar; the verdict itself comes from the server. */
export const limitMs = defaultPolicy.parameters.onsiteLimitMinutes * minute;

export type Urgency = "calm" | "soon" | "sooner" | "late";

/** Amber from the twentieth minute, heavier from the twenty-fifth, red once breached. */
export function urgencyOf(leftMs: number): Urgency {
  if (leftMs < 0) return "late";
  if (leftMs <= limitMs - 25 * minute) return "sooner";
  return leftMs <= limitMs - 20 * minute ? "soon" : "calm";
}

/** `08:40` left, or `+04:26` over. */
export function countdown(leftMs: number): string {
  const seconds = leftMs < 0 ? Math.floor(-leftMs / 1000) : Math.ceil(leftMs / 1000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${leftMs < 0 ? "+" : ""}${hours > 0 ? `${hours}:` : ""}${rest}`;
}
