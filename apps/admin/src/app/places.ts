/** The places of the product, in the order of a day's work, and the routes that lie in each. */
export const places: readonly { readonly name: string; readonly covers: readonly string[] }[] = [
  { name: "today", covers: ["today"] },
  { name: "cases", covers: ["cases", "case"] },
  { name: "scorecards", covers: ["scorecards"] },
];
