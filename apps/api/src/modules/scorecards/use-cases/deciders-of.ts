/** Everybody who decided a row of a form, first or second. */
export const decidersOf = (
  reviews: readonly { readonly decidedBy: string; readonly secondedBy: string | null }[],
): string[] => [
  ...new Set(reviews.flatMap(({ decidedBy, secondedBy }) => [decidedBy, secondedBy ?? decidedBy])),
];
