/** The chip's colour of an import's state; the word goes with it. */
export function stateTone(state: string): "" | "blue" | "green" {
  if (state === "COMMITTED") return "green";
  return state === "STAGED" || state === "COMMITTING" || state === "STAGING" ? "blue" : "";
}
