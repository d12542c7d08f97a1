/** How often a property is tried: as given, or as often as the variable RUNS says. */
export const runs = (usual: number): { readonly numRuns: number } => ({
  numRuns: Number(globalThis.process?.env["RUNS"] ?? usual),
});
