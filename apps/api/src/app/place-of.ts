/** Where something failed, and nothing of what it was working on: messages of the database quote it. */
export function placeOf(error: unknown): object {
  if (!(error instanceof Error)) return { failure: typeof error };
  const frames = error.stack?.split("\n").filter((line) => line.startsWith("    at ")) ?? [];
  const { name, code } = error as NodeJS.ErrnoException;
  return { failure: name, code, stack: frames.join("\n") };
}
