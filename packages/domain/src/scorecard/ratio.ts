/** Exact comparison of part / whole with a fraction of at most three decimals: below 0, equal 0, above 0. */
export function compareRatio(part: number, whole: number, fraction: number): number {
  const left = BigInt(part) * 1000n;
  const right = BigInt(whole) * BigInt(Math.round(fraction * 1000));
  return left < right ? -1 : left > right ? 1 : 0;
}
