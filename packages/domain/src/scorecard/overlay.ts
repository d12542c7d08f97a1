import type { Grade } from "../vocabulary.ts";

/** Points and grade, which are not part of the regulation; both null where no row counts. */
export interface Overlay {
  /** 0–100, rounded to two decimals. */
  readonly points: number | null;
  readonly grade: Grade | null;
}

/** 100 × favourable rows / rows that count; from 80 QUALIFIED, from 60 BASIC. */
export function overlayOf(favourable: readonly (boolean | null)[]): Overlay {
  const counting = favourable.filter((answer) => answer !== null);
  if (counting.length === 0) return { points: null, grade: null };
  const good = counting.filter(Boolean).length;
  const points = Math.round((10_000 * good) / counting.length) / 100;
  return { points, grade: points >= 80 ? "QUALIFIED" : points >= 60 ? "BASIC" : "UNQUALIFIED" };
}
