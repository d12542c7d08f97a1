export type Urgency = "calm" | "soon" | "sooner" | "late";

/** Of thirty minutes, amber from the twentieth, heavier from the twenty-fifth, red once breached. */
export function urgencyOf(leftMs: number, limitMs: number): Urgency {
  if (leftMs < 0) return "late";
  if (leftMs <= limitMs / 6) return "sooner";
  return leftMs <= limitMs / 3 ? "soon" : "calm";
}

/** `08:40` left, or `+04:26` over. */
export function countdown(leftMs: number): string {
  const seconds = leftMs < 0 ? Math.floor(-leftMs / 1000) : Math.ceil(leftMs / 1000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${leftMs < 0 ? "+" : ""}${hours > 0 ? `${hours}:` : ""}${rest}`;
}
